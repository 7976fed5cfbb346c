from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "kring.steering.figures"
    label = "figures"
