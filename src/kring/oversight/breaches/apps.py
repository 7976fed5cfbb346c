from django.apps import AppConfig


class BreachesConfig(AppConfig):
    name = "kring.oversight.breaches"
    label = "breaches"
