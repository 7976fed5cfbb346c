"""Shared is an app for two reasons: its migration lays the schema `gate`, and it finds the jobs of every other app."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.module_loading import autodiscover_modules

from kring.ground.shared import narrow


class SharedConfig(AppConfig):
    name = "kring.ground.shared"
    label = "shared"

    def ready(self) -> None:
        autodiscover_modules("jobs")
        register(narrow.check, Tags.database)
