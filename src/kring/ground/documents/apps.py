from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "kring.ground.documents"
    label = "documents"
