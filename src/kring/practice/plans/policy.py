"""Who may do what with a plan: one table from deed to roles (handbook §5), and what one may do in one's own name only.

The family owns the plan and writes in it; whoever leads writes it down with them and lays it down.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum, auto
from typing import Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.keys import pair_key
from kring.ground.access.models import Grant
from kring.ground.access.parts import Part
from kring.ground.access.roles import ADULT, DEPUTY, EXTERNAL, REGISSEUR, TEAM_PROFESSIONAL, YOUNG, YOUTH
from kring.ground.shared.protection import Writes
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.policy import FAMILY, LEADING
from kring.practice.plans.models import DoerKind


class Deed(StrEnum):
    """What can be done with a plan."""

    SAY_QUESTION = auto()
    WRITE = auto()
    REPORT = auto()
    PROPOSE = auto()
    DECIDE = auto()
    SCORE = auto()
    AGREE = auto()
    GIVE_POSITION = auto()
    SUMMARISE = auto()
    ASK_PROVIDER = auto()
    ANSWER = auto()


WITH_OWN_ACTIONS = frozenset({TEAM_PROFESSIONAL.code, EXTERNAL.code})
"""Professionals who report on the actions in their own name; an external one reads them when they are shared."""
ALLOWED: Final[Mapping[Deed, frozenset[str]]] = {
    Deed.SAY_QUESTION: frozenset({REGISSEUR.code, DEPUTY.code, ADULT.code, YOUNG.code, YOUTH.code}),
    Deed.WRITE: frozenset({REGISSEUR.code, DEPUTY.code, ADULT.code, YOUTH.code}),
    Deed.REPORT: LEADING | FAMILY | WITH_OWN_ACTIONS,
    Deed.PROPOSE: frozenset({TEAM_PROFESSIONAL.code}),
    Deed.DECIDE: LEADING,
    Deed.SCORE: frozenset({REGISSEUR.code, DEPUTY.code, ADULT.code, YOUNG.code, YOUTH.code, TEAM_PROFESSIONAL.code}),
    Deed.AGREE: frozenset({REGISSEUR.code, DEPUTY.code}),
    Deed.GIVE_POSITION: LEADING | frozenset({ADULT.code, YOUTH.code}),
    Deed.SUMMARISE: LEADING,
    Deed.ASK_PROVIDER: LEADING,
    Deed.ANSWER: WITH_OWN_ACTIONS,
}
REASONS: Final[Mapping[Deed, Promise]] = {
    Deed.SAY_QUESTION: _("Alleen wie om dit plan vraagt, en de regisseur, schrijven de vraag op."),
    Deed.WRITE: _("Alleen de mensen van dit plan, en de regisseur, schrijven erin."),
    Deed.REPORT: _("Alleen wie aan dit plan werkt, meldt hoe een actie gaat."),
    Deed.PROPOSE: _(
        "Alleen een professional die aan dit plan werkt, doet een voorstel. Wie leidt, schrijft het zelf op."
    ),
    Deed.DECIDE: _("Alleen de regisseur of de achtervang beslist over een voorstel."),
    Deed.SCORE: _("Alleen wie aan dit plan werkt, geeft er een cijfer in."),
    Deed.AGREE: _("Alleen de regisseur of de achtervang stelt het plan vast."),
    Deed.GIVE_POSITION: _("Alleen de regisseur en wie zelf meeschrijft, zetten hier een mening bij."),
    Deed.SUMMARISE: _("Alleen de regisseur of de achtervang voert een samenvatting in."),
    Deed.ASK_PROVIDER: _("Alleen de regisseur of de achtervang vraagt een aanbieder naar het eigen plan."),
    Deed.ANSWER: _("Alleen een professional die namens een aanbieder meewerkt, antwoordt hier."),
}


def may(deed: Deed, roles: frozenset[str]) -> Verdict:
    """By the actor's roles in this dossier."""
    return YES if roles & ALLOWED[deed] else no(REASONS[deed])


def may_give_action_to(roles: frozenset[str], doer_kind: str) -> Verdict:
    """A family speaks for itself; what others do is agreed with whoever leads."""
    if roles & LEADING or doer_kind == DoerKind.FAMILY:
        return may(Deed.WRITE, roles)
    return no(_("Wat een ander gaat doen, spreekt de regisseur met die ander af."))


def may_report_on(roles: frozenset[str], own_name: str, doer_kind: str, doer_name: str) -> Verdict:
    """Whoever leads reports on every action, a family on its own, a professional on the ones in the own name."""
    if roles & LEADING:
        return YES
    if roles & FAMILY and doer_kind == DoerKind.FAMILY:
        return may(Deed.REPORT, roles)
    if roles & WITH_OWN_ACTIONS and doer_name == own_name:
        return YES
    return no(_("Deze actie is van iemand anders."))


def may_propose(roles: frozenset[str], own_name: str, doer_name: str) -> Verdict:
    """For the own work only: what others do is agreed with whoever leads (handbook §5, condition 15)."""
    if doer_name != own_name:
        return no(
            _("U doet een voorstel voor wat u zelf doet. Wat een ander doet, spreekt de regisseur met die ander af.")
        )
    return may(Deed.PROPOSE, roles)


def may_withdraw_proposal(actor: Actor, proposed_by: UUID | None) -> Verdict:
    return YES if proposed_by == actor.id else no(_("Dit voorstel is van iemand anders."))


def may_score_as(roles: frozenset[str], own_name: str, giver: str) -> Verdict:
    """A figure belongs to one person: only whoever leads writes down the figure of another (BR-022)."""
    if roles & LEADING or giver == own_name:
        return may(Deed.SCORE, roles)
    return no(_("U geeft een cijfer voor uzelf. Het cijfer van een ander schrijft de regisseur op."))


def may_give_position_as(roles: frozenset[str], own_name: str, name: str) -> Verdict:
    """An opinion belongs to one person: only whoever leads writes down the opinion of another (BR-020)."""
    if roles & LEADING or name == own_name:
        return may(Deed.GIVE_POSITION, roles)
    return no(_("U zegt uw eigen mening. De mening van een ander schrijft de regisseur op."))


def may_answer_as_provider(roles: frozenset[str], own: str, municipality: str) -> Verdict:
    """For the own organisation only; of the municipality itself there is no plan below the plan."""
    if own in {"", municipality}:
        return no(_("U werkt hier niet namens een aanbieder. Daarom kunt u deze vraag niet beantwoorden."))
    return may(Deed.ANSWER, roles)


def members_written_for(actor: Actor, dossier: UUID, members: Iterable[UUID]) -> frozenset[UUID]:
    """Whose own part of the plan the actor writes: everybody's, or the own and a child's."""
    pairs = {pair_key(dossier, member): member for member in members}
    mine = Grant.objects.filter(account_id=actor.id, part=Part.PLAN, key__in=pairs, writes=Writes.ALL)
    mine = mine.filter(valid_from__lte=actor.at)
    return frozenset(pairs[key] for key in mine.exclude(valid_until__lte=actor.at).values_list("key", flat=True))


def may_write_for(actor: Actor, dossier: UUID, member: UUID | None) -> Verdict:
    """A goal that only one member sees is written by whoever reads that member's part."""
    if member is None or members_written_for(actor, dossier, [member]):
        return YES
    return no(_("Een doel voor één persoon schrijft die persoon zelf op, of wie met dit plan helpt."))


def may_change_who_sees(roles: frozenset[str], own_name: str, speaker: str) -> Verdict:
    """Nobody hides another's goal: whoever leads talks it over first. From sixteen one decides it of what one said."""
    if YOUTH.code in roles and _is_said_by(own_name, speaker):
        return YES
    return YES if roles & LEADING else no(_("Wie een doel ziet, verandert alleen de regisseur of de achtervang."))


def may_change_speaker(roles: frozenset[str], own_name: str, was: str, becomes: str) -> Verdict:
    """What another said does not become one's own by writing oneself down: whoever said it may hide it."""
    takes_over = _is_said_by(own_name, becomes) and not _is_said_by(own_name, was)
    if YOUTH.code in roles and not roles & LEADING and takes_over:
        return no(_("Een ander zei dit. Wie het zei, past alleen de regisseur of de achtervang aan."))
    return YES


def _is_said_by(own_name: str, speaker: str) -> bool:
    return speaker.strip().casefold() in {own_name.casefold(), own_name.partition(" ")[0].casefold()}
