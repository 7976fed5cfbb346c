from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "kring.practice.care"
    label = "care"
