from django.apps import AppConfig


class StudiesConfig(AppConfig):
    name = "kring.steering.studies"
    label = "studies"
