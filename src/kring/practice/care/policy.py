"""Who sees the help of a dossier's members and tells of it: the grants decide per person and law; this says so."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.keys import law_key
from kring.ground.access.models import Dossier, Grant
from kring.ground.access.parts import Law, Part
from kring.ground.access.sharing_rules import LEADING_ROLES
from kring.ground.shared.protection import Writes
from kring.ground.shared.verdict import YES, Verdict, no


def may_see_care(dossier: UUID) -> Verdict:
    """Whoever sees the dossier sees its page of help, with the laws that are open to them; perhaps none."""
    if Dossier.objects.filter(id=dossier).exists():
        return YES
    return no(_("U werkt niet aan dit dossier."))


def may_answer_mark(actor: Actor, dossier: UUID, pair: tuple[UUID, Law] | None) -> Verdict:
    """Who leads says what a mark means: of help where its law is open, without `pair` of the goals and plans."""
    part, key = (Part.PROVISION, law_key(*pair)) if pair else (Part.PLAN, dossier)
    if _writes(actor, dossier, part).filter(key=key, source__in=LEADING_ROLES).exists():
        return YES
    return no(_("Alleen de regisseur en de achtervang zeggen wat dit betekent."))


def may_tell_help(actor: Actor, dossier: UUID, pair: tuple[UUID, Law] | None = None) -> Verdict:
    """The person itself, who has authority over a child, and a professional for whom this law is open.

    Without `pair`: whether there is any person and law at all.
    """
    mine = _writes(actor, dossier, Part.TOLD_HELP)
    if (mine if pair is None else mine.filter(key=law_key(*pair))).exists():
        return YES
    return no(_("Hulp uit deze wet is voor u niet open bij deze persoon. Alleen wie haar mag zien, schrijft haar op."))


def _writes(actor: Actor, dossier: UUID, part: Part) -> QuerySet[Grant]:
    mine = Grant.objects.filter(
        account_id=actor.id, part=part, dossier=dossier, writes=Writes.ALL, valid_from__lte=actor.at
    )
    return mine.exclude(valid_until__lte=actor.at)
