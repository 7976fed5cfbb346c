"""A goal or step as it stands at this moment: whoever comes second decides on what the first left (handbook §3.3)."""

from typing import TypeVar

from django.utils.translation import gettext as _

from kring.ground.shared.verdict import Refused
from kring.practice.plans.models import Action, Goal

R = TypeVar("R", Action, Goal)


def latest(row: R) -> R:
    """For this deed alone, until it is done."""
    found = type(row)._default_manager.select_for_update().filter(pk=row.pk).first()  # noqa: SLF001  Django's public API
    if found is None:
        raise Refused(_("Dit kunt u niet veranderen."))
    return found
