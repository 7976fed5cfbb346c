from django.apps import AppConfig


class LeadsConfig(AppConfig):
    name = "kring.practice.leads"
    label = "leads"
