from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "kring.oversight.retention"
    label = "retention"
