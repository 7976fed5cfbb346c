"""The shield of a dossier and of people in it: at level 3 and 4 no search, list of onderzoek or count shows them."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Dossier, DossierSubject, Subject
from kring.ground.access.policy import may_shield
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused


def shield(*, actor: Actor, dossier: Dossier, people: Collection[UUID], level: Level, ground: str) -> None:
    """The dossier and these members of it stand at this level from now on; the others stay as they were (BR-072)."""
    may_shield(actor, dossier, level).enforce()
    if not ground.strip():
        raise Refused(_("Schrijf op waarom dit dossier deze bescherming krijgt of niet meer nodig heeft."))
    with gate():
        if DossierSubject.objects.filter(dossier=dossier, subject_id__in=people).count() != len(set(people)):
            raise Refused(_("Deze persoon hoort niet bij dit dossier."))
        Dossier.objects.filter(id=dossier.id).update(shield=level)
        Subject.objects.filter(id__in=people).update(shield=level)
    dossier.shield = level
    note_deed(
        "access.dossier_shielded",
        "dossier_face",
        event=Event.RIGHTS,
        dossier=dossier.id,
        subjects=people,
        ground=ground,
    )
