"""Who is who round a family: who works along, who was written down, and who is known from the help; nobody twice.

Of the help only what the reader may read: a professional tells which help there is, so the laws keep them apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject, Party, PartySource
from kring.ground.access.parts import Part
from kring.ground.access.party_rules import same_person
from kring.ground.audit.trail import note_read
from kring.practice.care.models import Helper, ProvisionState


@dataclass(frozen=True, slots=True)
class Professional:
    """One person. `party` is the line that can be put right; `works_along`: with a role here."""

    name: str
    function: str
    organisation: str
    phone: str
    since: date
    until: date | None
    sources: tuple[str, ...]
    party: UUID | None = None
    works_along: bool = False

    @property
    def may_be_changed(self) -> bool:
        return self.party is not None and not self.works_along

    def runs_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


def professionals(actor: Actor, dossier: UUID) -> tuple[Professional, ...]:
    """By name, also who is not there any more. Two queries."""
    found: dict[tuple[str, str], list[Professional]] = {}
    for one in (*_parties(dossier), *_helpers(actor, dossier)):
        found.setdefault(same_person(one.name, one.organisation), []).append(one)
    people = [_joined(lines, actor.today) for lines in found.values()]
    return tuple(sorted(people, key=lambda one: (one.name.casefold(), one.organisation.casefold(), one.since)))


def _joined(lines: list[Professional], today: date) -> Professional:
    """One line for one person: of what holds now, or else of what has been."""
    now = [one for one in lines if one.until is None or one.until > today]
    return reduce(_with, now or lines)


def _with(one: Professional, other: Professional) -> Professional:
    """The first knows best; the other fills what it lacks."""
    end = None if one.until is None or other.until is None else max(one.until, other.until)
    return replace(
        one,
        function=one.function or other.function,
        organisation=one.organisation or other.organisation,
        phone=one.phone or other.phone,
        since=min(one.since, other.since),
        until=end,
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
        party=one.party or other.party,
        works_along=one.works_along or other.works_along,
    )


def _parties(dossier: UUID) -> Iterable[Professional]:
    """Who works along first."""
    note_read(Part.PARTY, dossier=dossier)
    rows = Party.objects.filter(dossier_id=dossier, withdrawn_at=None).order_by("account", "started_on", "id")
    return [
        Professional(
            row.name, row.function, row.organisation_name, row.phone, row.started_on, row.ended_on,
            (str(row.get_source_display()),), row.id, row.account is not None,
        )
        for row in rows
    ]  # fmt: skip


def _helpers(actor: Actor, dossier: UUID) -> Iterable[Professional]:
    """Known from the help of the members, as far as its law is open."""
    members = DossierSubject.objects.filter(dossier_id=dossier, started_at__lte=actor.at).exclude(
        ended_at__lte=actor.at
    )
    rows = Helper.objects.filter(subject__in=members.values("subject")).exclude(
        provision__state=ProvisionState.WITHDRAWN
    )
    found = list(rows.select_related("provision__provider").order_by("name", "provision__started_on", "id"))
    if found:
        note_read(Part.PROVISION, dossier=dossier, subjects={row.subject_id for row in found})
    source = str(PartySource.PROVISION.label)
    return [
        Professional(
            row.name, row.function, row.organisation_name or (provider.name if provider else ""), "",
            row.provision.started_on, row.provision.ended_on, (source,),
        )
        for row in found
        for provider in (row.provision.provider,)
    ]  # fmt: skip
