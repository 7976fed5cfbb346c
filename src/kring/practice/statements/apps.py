from django.apps import AppConfig


class StatementsConfig(AppConfig):
    name = "kring.practice.statements"
    label = "statements"
