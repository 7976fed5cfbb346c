from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "kring.ground.audit"
    label = "audit"
