from django.apps import AppConfig


class NotesConfig(AppConfig):
    name = "kring.practice.notes"
    label = "notes"
