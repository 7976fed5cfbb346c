from django.apps import AppConfig


class HouseholdsConfig(AppConfig):
    name = "kring.practice.households"
    label = "households"
