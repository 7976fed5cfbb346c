"""What runs inside Kring and stops destruction (BR-110). As role kring_retention."""

from uuid import UUID

from kring.ground.access.models import BreakGlass
from kring.oversight.breaches.models import Breach
from kring.oversight.retention.models import BlockReason
from kring.oversight.retention.reach import Whom
from kring.oversight.rights.models import DataRequest
from kring.oversight.rights.rules import OPEN


def block_of(whom: Whom, organisation: UUID, request: UUID | None = None) -> BlockReason | None:
    """The first that is found. `request` is the one that asks for this destruction itself."""
    asked = DataRequest.objects.filter(subject_id__in=whom.leaving, state__in=OPEN)
    if set(asked.values_list("id", flat=True)) - {request}:
        return BlockReason.REQUEST
    if BreakGlass.objects.filter(dossier_id__in=whom.dossiers, judged_at=None).exists():
        return BlockReason.EMERGENCY
    if Breach.objects.filter(organisation_id=organisation, closed_on=None).exists():
        return BlockReason.BREACH
    return None
