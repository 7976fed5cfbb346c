from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "kring.ground.access"
    label = "access"
