"""Inviting a member of the family: who may have an own account follows from age and authority (BR-080, BR-085)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, DossierSubject, Invitation
from kring.ground.access.policy import may_let_in
from kring.ground.access.services.letting_in import Child, Entrant, let_in, shut_out
from kring.ground.shared.period import HERE, age_on, birthday
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import Authority, AuthorityKind, Person, PersonIdentity, Relation, RelationKind
from kring.practice.households.rules.births import ADULT, Birth
from kring.practice.leads.models import Lead
from kring.practice.leads.rules import ALONE_FROM, can_let_in

NO_AUTHORITY = (AuthorityKind.NOBODY, AuthorityKind.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to invite, on which address; `told`: for 12 to 15, the child and the parents with authority know."""

    subject: UUID
    email: str
    by_mail: bool = True
    told: bool = False


def invite_member(*, actor: Actor, dossier: Dossier, wanted: Wanted) -> Invitation | None:
    """None for who signs in already, for another plan."""
    may_let_in(actor, dossier).enforce()
    born = _born([wanted.subject]).get(wanted.subject)
    name = Person.objects.filter(subject=wanted.subject).values_list("display_name", flat=True).first()
    if name is None:
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))
    children = _children(dossier.id, wanted.subject, actor.today)
    held = _held(wanted.subject, [child for child, _born_on in children], actor.today)
    can_let_in(
        age_on(born, actor.today) if born else None,
        children=len(children),
        authority_over=len(held),
        told=wanted.told,
    ).enforce()
    assert born is not None
    ground = _("uitgenodigd; kind en ouders weten het") if wanted.told else _("uitgenodigd door wie regie voert")
    entrant = Entrant(
        wanted.subject, name, born, wanted.email, ground, wanted.by_mail, _authority(children, held, actor.at)
    )
    return let_in(actor=actor, dossier=dossier, entrant=entrant)


def end_access(*, actor: Actor, dossier: Dossier, subject: UUID, ground: str) -> None:
    """Nobody is shut out of a plan that he or she leads (BR-032)."""
    leads = Lead.objects.filter(dossier=dossier, ended_at=None)
    name = Person.objects.filter(subject=subject).values_list("display_name", flat=True).first()
    if leads.filter(organisation_name="", name=name or "").exists():
        raise Refused(_("Deze persoon is regisseur van dit plan. Wijs eerst een ander aan."))
    shut_out(actor=actor, dossier=dossier, subject=subject, ground=ground)


def _born(subjects: Sequence[UUID]) -> dict[UUID, date]:
    """Of a partial date the last day that fits, so that no rule for children is missed."""
    rows = PersonIdentity.objects.filter(subject__in=subjects)
    days = {row.subject_id: Birth(row.birth_year, row.birth_month, row.birth_day).latest for row in rows}
    return {subject: day for subject, day in days.items() if day is not None}


def _children(dossier: UUID, parent: UUID, today: date) -> list[tuple[UUID, date]]:
    """Below eighteen, and in this dossier."""
    here = DossierSubject.objects.filter(dossier_id=dossier, ended_at=None).values("subject")
    ties = Relation.objects.filter(subject=parent, kind=RelationKind.PARENT, other__in=here)
    found = ties.exclude(ended_on__lte=today).values_list("other_id", flat=True)
    return [(child, day) for child, day in _born(list(found)).items() if age_on(day, today) < ADULT]


def _held(holder: UUID, children: Sequence[UUID], today: date) -> dict[UUID, str]:
    """The source by which it is known, per child."""
    rows = Authority.objects.filter(holder=holder, subject__in=children).exclude(ended_on__lte=today)
    return dict(rows.exclude(kind__in=NO_AUTHORITY).values_list("subject_id", "source"))


def _authority(children: Sequence[tuple[UUID, date]], held: dict[UUID, str], at: datetime) -> list[Child]:
    ends = ((child, datetime.combine(birthday(born, ALONE_FROM), time(), HERE)) for child, born in children)
    return [Child(child, until, held[child]) for child, until in ends if child in held and until > at]
