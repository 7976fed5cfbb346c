from django.apps import AppConfig


class ConfigurationConfig(AppConfig):
    name = "kring.ground.configuration"
    label = "configuration"
