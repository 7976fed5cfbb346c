"""Rows with `started_at` and `ended_at`, half-open: what has not ended at a moment, as a condition for a query."""

from datetime import datetime

from django.db.models import Q


def lasting(at: datetime) -> Q:
    """Not ended at `at`, whether it has begun or not."""
    return Q(ended_at=None) | Q(ended_at__gt=at)


def in_force(at: datetime) -> Q:
    """Begun and not ended at `at`."""
    return lasting(at) & Q(started_at__lte=at)
