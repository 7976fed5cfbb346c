"""Who sees the help of a dossier's members and tells of it: the grants decide per person and law; this says so."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.keys import law_key
from kring.ground.access.models import Dossier, Grant
from kring.ground.access.parts import Law, Part
from kring.ground.shared.protection import Writes
from kring.ground.shared.verdict import YES, Verdict, no


def may_see_care(dossier: UUID) -> Verdict:
    """Whoever sees the dossier sees its page of help, with the laws that are open to them; perhaps none."""
    if Dossier.objects.filter(id=dossier).exists():
        return YES
    return no(_("U werkt niet aan dit dossier."))


def may_tell_help(actor: Actor, dossier: UUID, pair: tuple[UUID, Law] | None = None) -> Verdict:
    """The person itself, who has authority over a child, and a professional for whom this law is open.

    Without `pair`: whether there is any person and law at all.
    """
    mine = Grant.objects.filter(
        account_id=actor.id, part=Part.TOLD_HELP, dossier=dossier, writes=Writes.ALL, valid_from__lte=actor.at
    )
    if pair is not None:
        mine = mine.filter(key=law_key(*pair))
    if mine.exclude(valid_until__lte=actor.at).exists():
        return YES
    return no(_("Hulp uit deze wet is voor u niet open bij deze persoon. Alleen wie haar mag zien, schrijft haar op."))
