"""The one place that reads the clock. Pages, commands and jobs ask once; all below get the moment as an argument."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, with its zone."""
    return timezone.now()
