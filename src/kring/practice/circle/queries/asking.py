"""Whom of the circle one can ask something: what the plan must know before somebody gets an action (BR-057, BR-058)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.access.models import Hidden
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import Verdict, no
from kring.practice.circle.models import NetworkMember, Standing
from kring.practice.circle.rules.capacity import can_ask, may_be_child
from kring.practice.circle.rules.words import FULL, Load

HIDDEN = _("Deze persoon is verborgen voor iemand die het plan leest. Toon hem of haar eerst weer, of kies anders.")


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who stands in the circle now and is no child. `full`: what this person said of the own limit."""

    subject: UUID
    name: str
    relation: str
    full: str


def helpers_in(dossier: UUID, today: date) -> tuple[Helper, ...]:
    """By name. One query."""
    rows = Standing.objects.filter(dossier_id=dossier, until=None, since__lte=today, member__withdrawn_at=None)
    found = []
    for row in rows.select_related("member").order_by("member__name", "id"):
        who = row.member
        full = Load.of(row.load).label if row.load in FULL and row.confirmed_on is None else ""
        if not may_be_child(who.birth_year, today):
            found.append(Helper(row.member_id, who.name, who.relation, full))
    if found:
        note_read(Part.NETWORK, dossier=dossier)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who it is, and whether something can be asked."""

    subject: UUID
    verdict: Verdict


def asked(dossier: UUID, name: str, today: date) -> Asked | None:
    """Somebody of the circle by this name, as it is written there; None for who is not in it."""
    rows = NetworkMember.objects.filter(dossier_id=dossier, name__iexact=name.strip(), withdrawn_at=None)
    found = [Asked(row.pk, _verdict(row, today)) for row in rows.order_by("written_at")]
    return next((one for one in found if not one.verdict), found[0] if found else None)


def _verdict(member: NetworkMember, today: date) -> Verdict:
    now = Standing.objects.filter(member=member, until=None).first()
    if Hidden.objects.filter(dossier_id=member.dossier_id, subject_id=member.pk, ended_at=None).exists():
        return no(HIDDEN)
    return can_ask(
        now.load if now else "",
        confirmed=now is not None and now.confirmed_on is not None,
        is_child=may_be_child(member.birth_year, today),
        stands=now is not None,
    )
