"""Rows of every part with a level, one at each of the levels 0 to 4; and which of them an account sees, in raw SQL."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from uuid import UUID, uuid4

from django.apps import apps
from django.db import connection
from django.db.models import Model

from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import NamedReader
from kring.ground.access.parts import Part
from kring.ground.audit.models import Change
from kring.ground.documents.models import Document, MovedAway
from kring.ground.shared.levels import Level
from kring.practice.households.models import PersonAddress, PersonContact
from kring.practice.notes.models import ContactNote
from kring.practice.plans.models import Action, Goal, Question, Score

Rows = Mapping[Part, Mapping[UUID, int]]
TABLES: Mapping[Part, type[Model]] = {
    Part.PERSON_ADDRESS: PersonAddress,
    Part.PERSON_CONTACT: PersonContact,
    Part.QUESTION: Question,
    Part.PLAN: Goal,
    Part.ACTION: Action,
    Part.SCORE: Score,
    Part.DOCUMENT: Document,
    Part.CONTACT_NOTE: ContactNote,
}
A_DAY = date(2026, 10, 1)


@contextmanager
def superuser() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        yield
        cursor.execute("set session authorization kring_app")


def tables_with_a_level() -> set[type[Model]]:
    """Without who is named, what moved away (a line without content), the history, read by who reads the row, and
    safety, of which everything stands at level 3.
    """
    ours = (model for model in apps.get_models() if model.__module__.startswith("kring."))
    ours = (model for model in ours if model._meta.app_label != "safety")
    ours = (model for model in ours if not issubclass(model, MovedAway))
    named = {"level", "subject"}
    return {model for model in ours if named <= {field.name for field in model._meta.concrete_fields}} - {
        NamedReader,
        Change,
    }


def write_rows(dossier: UUID, subject: UUID | None, about: UUID, at: datetime) -> Rows:
    """Of `subject` in the dossier's own parts (None: of the whole family), and of `about` in those of a person."""
    rows: dict[Part, dict[UUID, int]] = defaultdict(dict)
    with superuser():
        for level in Level:
            goal = Goal(dossier_id=dossier, subject_id=subject, level=level, own_words="Rust", speaker="Agnieszka",
                        began_on=A_DAY)  # fmt: skip
            in_dossier = {"dossier_id": dossier, "subject_id": subject, "level": level}
            written = {"written_by": uuid4(), "written_at": at}
            made: dict[Part, Model] = {
                Part.PERSON_ADDRESS: PersonAddress(subject_id=about, level=level, kind="full", source="BRP"),
                Part.PERSON_CONTACT: PersonContact(subject_id=about, level=level, kind="phone", value="06", source="-"),
                Part.QUESTION: Question(**in_dossier, **written, words="Hoe?", speaker="Agnieszka", said_on=A_DAY),
                Part.PLAN: goal,
                Part.ACTION: Action(**in_dossier, goal=goal, what="Bellen", doer_kind="family", doer_name="Agnieszka",
                                    due_on=A_DAY),
                Part.SCORE: Score(**in_dossier, **written, goal=goal, giver="Agnieszka", giver_kind="family", value=5,
                                  given_on=A_DAY),
                Part.DOCUMENT: Document(**in_dossier, kind="letter", title="Brief", dated_on=A_DAY, added_at=at,
                                        added_by=uuid4(), media_type="text/plain", size=1, sha256="0", content=b"x"),
                Part.CONTACT_NOTE: ContactNote(**in_dossier, **written, held_on=A_DAY, how="phone", said="Gebeld.",
                                               written_by_name="Henk Prins"),
            }  # fmt: skip
            for part, row in made.items():
                row.save(force_insert=True)
                rows[part][row.pk] = level
    return rows


def seen(actor: Actor, rows: Rows) -> dict[Part, set[int]]:
    """The levels that this account reads, part by part; a part of which it reads nothing is left out."""
    found = {}
    with acting(actor), connection.cursor() as cursor:
        for part, levels in rows.items():
            cursor.execute(f"select id from {TABLES[part]._meta.db_table} where id = any(%s)", [list(levels)])
            found[part] = {levels[row[0]] for row in cursor.fetchall()}
    return {part: levels for part, levels in found.items() if levels}
