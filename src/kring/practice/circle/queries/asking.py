"""Whom of the circle one can ask something: what the plan must know before somebody gets an action (BR-057, BR-058)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef

from kring.ground.access.models import Hidden
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import Verdict, no
from kring.practice.circle.models import NetworkMember, NotTogether, Standing
from kring.practice.circle.rules.capacity import can_ask, may_be_child
from kring.practice.circle.rules.words import FULL, Load

HIDDEN = _("Deze persoon is verborgen voor iemand die het plan leest. Toon hem of haar eerst weer, of kies anders.")


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who stands in the circle now and is no child. `full`: what this person said of the own limit.

    `refusal`: why nothing new can be asked. `apart`: with whom this person does not go together.
    """

    subject: UUID
    name: str
    relation: str
    full: str
    refusal: str
    apart: frozenset[UUID]


_APART = NotTogether.objects.filter(dossier=OuterRef("dossier"), until=None)
_HELPERS = Standing.objects.filter(until=None, member__withdrawn_at=None).annotate(
    hidden=Exists(Hidden.objects.filter(dossier=OuterRef("dossier"), subject=OuterRef("member"), ended_at=None)),
    apart=ArraySubquery(_APART.filter(subject=OuterRef("member")).values("other_id")),
    other_way=ArraySubquery(_APART.filter(other=OuterRef("member")).values("subject_id")),
)


def helpers_in(dossier: UUID, today: date) -> tuple[Helper, ...]:
    """By name. One query."""
    rows = _HELPERS.filter(dossier_id=dossier, since__lte=today)
    found = []
    for row in rows.select_related("member").order_by("member__name", "id"):
        who = row.member
        is_confirmed = row.confirmed_on is not None
        full = Load.of(row.load).label if row.load in FULL and not is_confirmed else ""
        verdict = no(HIDDEN) if row.hidden else can_ask(row.load, confirmed=is_confirmed, is_child=False, stands=True)
        apart = frozenset((*row.apart, *row.other_way))
        if not may_be_child(who.birth_year, today):
            found.append(Helper(row.member_id, who.name, who.relation, full, str(verdict.reason), apart))
    if found:
        note_read(Part.NETWORK, dossier=dossier)
    return tuple(found)


def names_beside(outer: str) -> ArraySubquery:
    """To annotate a query with, by the dossier: who stands in its circle now, for what the whole family reads.

    Nobody who is hidden from one of them.
    """
    rows = _HELPERS.filter(dossier=OuterRef(outer), hidden=False).order_by("member__name", "id")
    return ArraySubquery(rows.values("member__name"))


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
