from django.apps import AppConfig


class InvestigationConfig(AppConfig):
    name = "kring.practice.investigation"
    label = "investigation"
