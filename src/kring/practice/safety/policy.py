"""Who writes what of safety: who leads; the meldcode also who is consulted, who alone overrules (BR-071)."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Grant
from kring.ground.access.parts import PROTECTED_PARTS
from kring.ground.access.policy import is_involved
from kring.ground.access.roles import CONSULTED, DEPUTY, REGISSEUR
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import YES, Verdict, no


def may_write_agreements(actor: Actor, dossier: UUID) -> Verdict:
    if is_involved(actor, dossier, REGISSEUR.code, DEPUTY.code):
        return YES
    return no(_("Alleen de regisseur en de achtervang schrijven afspraken over veiligheid op."))


def may_write_talk(actor: Actor, dossier: UUID) -> Verdict:
    """A talk in confidence with a child."""
    if is_involved(actor, dossier, REGISSEUR.code, DEPUTY.code):
        return YES
    return no(_("Alleen de regisseur en de achtervang schrijven dit gesprek op."))


def may_write_track(actor: Actor, dossier: UUID) -> Verdict:
    """The meldcode; the safeguarding officer from and to the day that she is consulted."""
    if is_involved(actor, dossier, REGISSEUR.code, DEPUTY.code, CONSULTED.code):
        return YES
    return no(_("Alleen de regisseur, de achtervang en de geraadpleegde aandachtsfunctionaris doen dit."))


def may_overrule(actor: Actor, dossier: UUID) -> Verdict:
    if is_involved(actor, dossier, CONSULTED.code):
        return YES
    return no(_("Alleen de geraadpleegde aandachtsfunctionaris wijkt hiervan af."))


def opened_parts(actor: Actor, dossier: UUID) -> frozenset[str]:
    """Which parts of safety are open to this actor, by a role or by name. One query."""
    mine = Grant.objects.filter(
        account_id=actor.id, dossier_id=dossier, part__in=PROTECTED_PARTS, max_level=Level.PROTECTED,
        valid_from__lte=actor.at,
    )  # fmt: skip
    return frozenset(mine.exclude(valid_until__lte=actor.at).values_list("part", flat=True))
