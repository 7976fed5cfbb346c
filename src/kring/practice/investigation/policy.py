"""Who investigates: a professional who works under this law with this person (handbook §5, condition 18)."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.keys import law_key
from kring.ground.access.models import Grant
from kring.ground.access.parts import Law, Part
from kring.ground.shared.protection import Writes
from kring.ground.shared.verdict import YES, Verdict, no


def may_investigate(actor: Actor, dossier: UUID, subject: UUID | None = None) -> Verdict:
    """Without `subject`: whether there is anybody here whom the actor investigates for."""
    mine = _writing(actor, dossier)
    if (mine if subject is None else mine.filter(key=law_key(subject, Law.WMO))).exists():
        return YES
    return no(_("Alleen een professional die met deze persoon aan de Wmo werkt, schrijft in het onderzoek."))


def investigated_by(actor: Actor, dossier: UUID, members: tuple[UUID, ...]) -> frozenset[UUID]:
    """For whom of these the actor investigates."""
    keys = {law_key(member, Law.WMO): member for member in members}
    return frozenset(keys[key] for key in _writing(actor, dossier).values_list("key", flat=True) if key in keys)


def _writing(actor: Actor, dossier: UUID) -> QuerySet[Grant]:
    mine = Grant.objects.filter(
        account_id=actor.id, part=Part.DOMAIN_FILE, dossier=dossier, writes=Writes.ALL, valid_from__lte=actor.at
    )
    return mine.exclude(valid_until__lte=actor.at).order_by("id")
