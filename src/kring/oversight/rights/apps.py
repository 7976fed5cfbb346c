from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "kring.oversight.rights"
    label = "rights"
