"""What else there is of a family on pages of its own, for this reader: one line each, and only what is there."""

from dataclasses import dataclass
from typing import TypedDict

from django.db.models import Exists, OuterRef

from kring.practice.familiegroepsplan.models import Familiegroepsplan
from kring.practice.investigation.models import Investigation
from kring.practice.safety.models import SafetyAgreement


class Found(TypedDict):
    """As it comes with the names of one's dossiers."""

    own_plan: bool
    investigation: bool
    safety: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """Whether this reader finds something there."""

    own_plan: bool = False
    investigation: bool = False
    safety: bool = False

    def __bool__(self) -> bool:
        return self.own_plan or self.investigation or self.safety


def in_involvement() -> dict[str, Exists]:
    """Within a query of involvements; the database shows each only to who may read it."""
    of_this = {"dossier_id": OuterRef("dossier_id")}
    return {
        "own_plan": Exists(Familiegroepsplan.objects.filter(**of_this)),
        "investigation": Exists(Investigation.objects.filter(**of_this)),
        "safety": Exists(SafetyAgreement.objects.filter(**of_this, withdrawn_at=None)),
    }
