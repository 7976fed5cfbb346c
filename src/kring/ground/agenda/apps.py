from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "kring.ground.agenda"
    label = "agenda"
