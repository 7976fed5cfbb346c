"""What was written with the wrong family: it goes there with all that it was, and leaves a line that says nothing."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from kring.ground.access import roles
from kring.ground.access.actor import acting
from kring.ground.access.models import Dossier
from kring.ground.audit.queries import moments_of
from kring.ground.audit.trail import recording
from kring.ground.documents.models import Document, DocumentKind
from kring.ground.documents.queries import dossier_documents
from kring.ground.documents.rules import Destination
from kring.ground.documents.services import Description, add_document, correct_document, move_document
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.notes.models import ContactNote
from kring.practice.notes.services import correct_note, move_note, undo_move
from tests.access.people import give_role, make_dossier, make_subject
from tests.conftest import speaking_as
from tests.documents import files
from tests.notes.contact import CALLED, make_contact, read, write
from tests.plans.family import Family

pytestmark = pytest.mark.django_db
WORDS = CALLED.__class__(CALLED.held_on, "phone", "Samira belde.")


@dataclass(frozen=True, slots=True)
class Two:
    """De Wit-Bakker, and El Amrani where Jorien leads too; Naima works there and Henk does not."""

    family: Family
    other: Dossier


@pytest.fixture
def two(now: datetime) -> Two:
    family = make_contact(now)
    samira = make_subject(family.town.municipality, "Samira El Amrani")
    other = make_dossier(family.town, "El Amrani", [(samira, "moeder")])
    give_role(family.town, other, family.town.jorien, roles.REGISSEUR)
    give_role(family.town, other, family.town.naima, roles.TEAM_PROFESSIONAL, laws=["jeugdwet"])
    return Two(family, other)


def move(two: Two, who: str, note: ContactNote, to: Dossier | None = None) -> None:
    with two.family.acting(who) as actor:
        move_note(actor=actor, note=note, to=Destination((to or two.other).id))


def said(two: Two, who: str, dossier: Dossier) -> list[str]:
    return [note.said for note in read(two.family, who, dossier=dossier.id).present]


def test_it_is_read_where_it_belongs_and_no_longer_where_it_stood(two: Two) -> None:
    note = write(two.family, "jorien")
    move(two, "jorien", note)
    assert said(two, "naima", two.other) == [CALLED.said]
    assert said(two, "henk", two.family.dossier) == said(two, "marloes", two.family.dossier) == []


def test_the_line_that_stays_says_when_and_nothing_else(two: Two) -> None:
    move(two, "jorien", write(two.family, "jorien"))
    assert {who: len(read(two.family, who).moved) for who in ("jorien", "henk", "marloes")} == {
        "jorien": 1,
        "henk": 1,
        "marloes": 1,
    }


def test_of_what_one_could_not_read_no_line_stays_either(two: Two) -> None:
    move(two, "jorien", write(two.family, "jorien", subject=two.family.subject("Marloes Bakker")))
    assert len(read(two.family, "marloes").moved) == 1
    assert read(two.family, "stefan").moved == ()


def test_its_history_goes_along_and_is_gone_where_it_stood(two: Two) -> None:
    note = write(two.family, "jorien")
    with two.family.acting("jorien") as jorien:
        correct_note(actor=jorien, note=note, words=WORDS)
    move(two, "jorien", note)
    with two.family.acting("naima"):
        was = [moment.was["said"] for moment in moments_of(ContactNote, note.id, ("said",)) if moment.was]
    assert was == [CALLED.said, "Samira belde."]
    with two.family.acting("henk"):
        assert moments_of(ContactNote, note.id, ("said",)) == ()
    assert kept_of(two.family.dossier, "notes_contactnote") == []
    assert len(kept_of(two.other, "notes_contactnote")) == 3


def kept_of(dossier: Dossier, name: str) -> list[str]:
    """What the table of changes holds of this table for this family: also what its package would tell."""
    with speaking_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute(
            "select before::text from audit_change where name = %s and (dossier = %s or before->>'dossier_id' = %s)",
            [name, dossier.id, str(dossier.id)],
        )
        return [row[0] for row in cursor.fetchall()]


def test_both_families_see_it_in_their_log(two: Two) -> None:
    note, jorien = write(two.family, "jorien"), two.family.actor("jorien")
    with recording("test.move") as trail, acting(jorien):
        move_note(actor=jorien, note=note, to=Destination(two.other.id))
    deeds = {(entry.what, entry.dossier) for entry in trail.entries.values() if entry.thing == note.id}
    assert deeds == {("notes.note_moved_away", two.family.id), ("notes.note_moved_here", two.other.id)}


@pytest.mark.parametrize(("who", "writer"), [("henk", "henk"), ("fatima", "henk"), ("naima", "jorien")])
def test_not_to_where_one_does_not_write_and_not_what_is_anothers(two: Two, who: str, writer: str) -> None:
    """Henk works in one family only; Fatima did not write it; Naima leads here and not there."""
    note = write(two.family, writer)
    with pytest.raises(Refused):
        move(two, who, note)


def test_not_to_where_it_stands_already(two: Two) -> None:
    with pytest.raises(Refused):
        move(two, "jorien", write(two.family, "jorien"), two.family.dossier)


def test_the_database_refuses_a_family_in_which_one_does_not_write(two: Two) -> None:
    note = write(two.family, "henk")
    with two.family.acting("henk"), pytest.raises(ProgrammingError), transaction.atomic():
        ContactNote.objects.filter(id=note.id).update(dossier_id=two.other.id, subject_id=None)


def test_what_was_undone_stands_under_its_law_again(two: Two) -> None:
    """Henk's file of the Wmo: Jorien, who leads, works under no law there."""
    note = write(two.family, "henk", law="wmo")
    move(two, "jorien", note)
    with two.family.acting("jorien") as jorien:
        undo_move(actor=jorien, note=note, back=Destination(two.family.id))
        assert ContactNote.objects.values_list("dossier_id", "law").get(id=note.id) == (two.family.id, "wmo")


@pytest.mark.parametrize(("who", "ago"), [("naima", 0), ("jorien", 11)], ids=["another", "too late"])
def test_only_who_moved_it_undoes_that_and_within_ten_minutes(two: Two, who: str, ago: int) -> None:
    note = write(two.family, "jorien")
    move(two, "jorien", note)
    with two.family.acting(who, ago=-timedelta(minutes=ago)) as actor, pytest.raises(Refused):
        undo_move(actor=actor, note=note, back=Destination(two.family.id))


def test_what_is_moved_back_later_leaves_a_line_on_either_side(two: Two) -> None:
    note = write(two.family, "jorien")
    move(two, "jorien", note)
    with speaking_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("update notes_movednote set moved_at = moved_at - interval '11 minutes'")
    move(two, "jorien", note, two.family.dossier)
    assert [len(read(two.family, "jorien", dossier=one.id).moved) for one in (two.family.dossier, two.other)] == [1, 1]


def letter(two: Two, who: str, title: str = "Brief van school") -> Document:
    with two.family.acting(who) as actor:
        return add_document(
            actor=actor,
            dossier=two.family.id,
            content=files.PDF,
            description=Description(DocumentKind.LETTER, title, date(2026, 10, 20), level=Level.SHARED_PLAN),
        )


def titles(two: Two, who: str, dossier: Dossier) -> list[str]:
    with two.family.acting(who) as actor:
        return [row.title for row in dossier_documents(actor, dossier.id).present]


def test_a_document_goes_the_same_way(two: Two) -> None:
    document = letter(two, "jorien")
    with two.family.acting("jorien") as jorien:
        move_document(actor=jorien, document=document, to=Destination(two.other.id))
    assert titles(two, "naima", two.other) == ["Brief van school"]
    assert titles(two, "henk", two.family.dossier) == []
    with two.family.acting("marloes") as marloes:
        assert len(dossier_documents(marloes, two.family.id).moved) == 1
    assert kept_of(two.family.dossier, "documents_document") == []


def test_what_stands_beside_a_document_is_put_right(two: Two) -> None:
    document = letter(two, "henk", "Breif van school")
    right = Description(DocumentKind.REPORT, "Verslag van school", date(2026, 10, 21), given_by="juf Karin")
    with two.family.acting("fatima") as fatima, pytest.raises(Refused):
        correct_document(actor=fatima, document=document, description=right)
    with two.family.acting("henk") as henk:
        correct_document(actor=henk, document=document, description=right)
    assert titles(two, "marloes", two.family.dossier) == ["Verslag van school"]
    with two.family.acting("henk"):
        was = [moment.was["title"] for moment in moments_of(Document, document.id, ("title",)) if moment.was]
    assert was == ["Breif van school"]
