from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "kring.practice.safety"
    label = "safety"
