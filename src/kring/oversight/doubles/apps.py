from django.apps import AppConfig


class DoublesConfig(AppConfig):
    name = "kring.oversight.doubles"
    label = "doubles"
