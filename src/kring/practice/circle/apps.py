from django.apps import AppConfig


class CircleConfig(AppConfig):
    name = "kring.practice.circle"
    label = "circle"
