from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "kring.practice.plans"
    label = "plans"
