from django.apps import AppConfig


class DrawingsConfig(AppConfig):
    name = "kring.practice.drawings"
    label = "drawings"
