from django.apps import AppConfig


class FamiliegroepsplanConfig(AppConfig):
    name = "kring.practice.familiegroepsplan"
    label = "familiegroepsplan"
