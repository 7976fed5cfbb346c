from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "kring.ground.organisations"
    label = "organisations"
