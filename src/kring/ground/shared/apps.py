"""Shared is an app for one reason: its migration lays the schema `gate` under every table that follows."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "kring.ground.shared"
    label = "shared"
