"""Exchange finds its connectors when the apps are ready."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ExchangeConfig(AppConfig):
    name = "kring.exchange"
    label = "exchange"

    def ready(self) -> None:
        autodiscover_modules("connectors")
