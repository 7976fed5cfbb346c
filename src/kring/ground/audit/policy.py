"""Who looks the log over: the privacy officer of the organisation, and nobody else."""

from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.ground.shared.verdict import YES, Verdict, no

PRIVACY_OFFICER = "fg"
"""The code of the role in `access`, which stands above this domain."""


class Reviewer(Protocol):
    """What is asked of who acts: `access.actor.Actor` fits."""

    @property
    def id(self) -> UUID: ...
    @property
    def at(self) -> datetime: ...
    @property
    def today(self) -> date: ...
    def has_role(self, role: str, organisation: UUID) -> bool: ...


def may_review(actor: Reviewer, organisation: UUID) -> Verdict:
    """Metadata only: the lines say that somebody looked, never what stood there."""
    if actor.has_role(PRIVACY_OFFICER, organisation):
        return YES
    return no(_("Alleen de functionaris gegevensbescherming van deze organisatie bekijkt het log."))
