"""Who can be let into a pilot: members of dossiers that the actor sees anyway. Whoever is in already is not told."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.models import DossierState, DossierSubject
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.organisations.models import Organisation
from kring.practice.households.models import Person


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member of a dossier of a municipality that takes part. Once somebody leads, who appointed sees no names:
    then `name` is the place in the family."""

    subject: UUID
    municipality: UUID
    name: str
    dossier_label: str


def candidates(municipalities: Collection[UUID]) -> tuple[Candidate, ...]:
    """By dossier and name. Two queries; what was read is logged."""
    members = DossierSubject.objects.filter(dossier__controller_id__in=municipalities, ended_at=None)
    fields = ("dossier_id", "dossier__label", "dossier__controller_id", "subject_id", "role")
    rows = list(members.exclude(dossier__state=DossierState.CLOSED).order_by("started_at", "id").values_list(*fields))
    subjects = {row[3] for row in rows}
    names = dict(Person.objects.filter(subject_id__in=subjects).values_list("subject_id", "display_name"))
    for dossier in {row[0] for row in rows}:
        note_read(Part.DOSSIER_FACE, dossier=dossier)
        if named := [row[3] for row in rows if row[0] == dossier and row[3] in names]:
            note_read(Part.PERSON, dossier=dossier, subjects=named)
    places = _places((dossier, subject, role) for dossier, _label, _town, subject, role in rows)
    found = [
        Candidate(subject, town, names.get(subject) or places[dossier, subject], label)
        for dossier, label, town, subject, _role in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.dossier_label, one.name)))


def _places(rows: Iterable[tuple[UUID, UUID, str]]) -> dict[tuple[UUID, UUID], str]:
    """`moeder`, `kind 1`, `kind 2`: numbered where a dossier has several."""
    by_role: dict[tuple[UUID, str], list[UUID]] = {}
    for dossier, subject, role in rows:
        by_role.setdefault((dossier, role or _("lid")), []).append(subject)
    return {
        (dossier, subject): role if len(subjects) == 1 else f"{role} {number}"
        for (dossier, role), subjects in by_role.items()
        for number, subject in enumerate(subjects, start=1)
    }


def municipality_names() -> dict[str, UUID]:
    """All municipalities of the co-operation, by name."""
    rows = Organisation.objects.filter(kind="municipality").order_by("name")
    return dict(rows.values_list("name", "id"))
