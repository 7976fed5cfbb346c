from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    name = "kring.practice.consents"
    label = "consents"
