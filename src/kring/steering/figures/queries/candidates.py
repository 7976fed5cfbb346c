"""Who can be let into a pilot: members of dossiers that the actor sees anyway. Whoever is in already is not told."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from kring.ground.access.models import DossierState, DossierSubject
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.organisations.models import Organisation
from kring.practice.households.models import Person


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member of a dossier of a municipality that takes part."""

    subject: UUID
    municipality: UUID
    name: str
    dossier_label: str


def candidates(municipalities: Collection[UUID]) -> tuple[Candidate, ...]:
    """By dossier and name. Two queries; the names are logged as read."""
    members = DossierSubject.objects.filter(dossier__controller_id__in=municipalities, ended_at=None)
    fields = ("dossier_id", "dossier__label", "dossier__controller_id", "subject_id")
    rows = list(members.exclude(dossier__state=DossierState.CLOSED).order_by("dossier__label").values_list(*fields))
    subjects = {subject for _dossier, _label, _town, subject in rows}
    names = dict(Person.objects.filter(subject_id__in=subjects).values_list("subject_id", "display_name"))
    for dossier in {row[0] for row in rows}:
        note_read(Part.PERSON, dossier=dossier, subjects=[row[3] for row in rows if row[0] == dossier])
    found = [Candidate(subject, town, names[subject], label) for _id, label, town, subject in rows if subject in names]
    return tuple(sorted(found, key=lambda one: (one.dossier_label, one.name)))


def municipality_names() -> dict[str, UUID]:
    """All municipalities of the co-operation, by name."""
    rows = Organisation.objects.filter(kind="municipality").order_by("name")
    return dict(rows.values_list("name", "id"))
