"""Kring on the day of the demo families: a story told next year still finds its onderzoek running."""

from kring.config.wsgi import application
from kring.ground.shared import clock
from tests.conftest import TODAY

clock.now = lambda: TODAY

__all__ = ["application"]
