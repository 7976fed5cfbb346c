from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "kring.ground.areas"
    label = "areas"
