"""Contact notes in the database: who reads which, by person, law and level; and what mending leaves behind."""

from datetime import date, datetime, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from kring.ground.access.models import SecondAnswer
from kring.ground.access.parts import Law
from kring.ground.access.services import Naming, Withheld, name_reader, represent
from kring.ground.audit.queries import moments_of
from kring.ground.documents.models import DocumentKind
from kring.ground.documents.services import Description, add_document
from kring.ground.shared.levels import Level
from kring.ground.shared.undoing import UNDO_WITHIN
from kring.ground.shared.verdict import Refused
from kring.practice.leads.services import answer, ask
from kring.practice.notes.models import ContactNote
from kring.practice.notes.queries import Wanted
from kring.practice.notes.services import correct_note, undo_note, withdraw_note, write_notes
from kring.practice.plans.queries.beside_care import beside_care
from tests.documents import files
from tests.notes.contact import CALLED, make_contact, read, texts, write
from tests.plans.family import Family

pytestmark = pytest.mark.django_db
FILE = {"law": Law.WMO.value, "level": Level.DOMAIN_FILE}


@pytest.fixture
def family(now: datetime) -> Family:
    return make_contact(now)


def test_what_is_of_all_is_read_by_all_who_work_on_the_plan_and_by_the_family(family: Family) -> None:
    write(family, "jorien")
    readers = ("jorien", "naima", "henk", "fatima", "marloes", "stefan")
    assert {who: len(texts(family, who)) for who in readers} == dict.fromkeys(readers, 1)
    assert texts(family, "mark") == texts(family, "annet") == []


def test_the_file_of_a_law_is_read_under_that_law_by_who_leads_and_by_the_family(family: Family) -> None:
    """Condition 18 of the permission table: the own domain."""
    write(family, "henk", **FILE)
    assert {who: len(texts(family, who)) for who in ("henk", "jorien", "marloes")} == {
        "henk": 1,
        "jorien": 1,
        "marloes": 1,
    }
    assert texts(family, "fatima") == []


def test_the_own_part_of_one_person_is_not_for_the_others_of_the_family(family: Family) -> None:
    write(family, "jorien", subject=family.subject("Marloes Bakker"))
    assert len(texts(family, "marloes")) == len(texts(family, "jorien")) == 1
    assert texts(family, "stefan") == []


def test_what_is_protected_is_for_whom_is_named_and_never_for_the_family(family: Family) -> None:
    naming = Naming(account=family.town.naima.id, level=Level.PROTECTED, ground="denkt mee over veiligheid",
                    review_on=(family.town.at + timedelta(days=30)).date())  # fmt: skip
    with family.acting("jorien") as jorien:
        name_reader(actor=jorien, dossier=family.dossier, naming=naming)
    write(family, "naima", level=Level.PROTECTED)
    assert len(texts(family, "naima")) == 1
    assert texts(family, "jorien") == texts(family, "marloes") == []


@pytest.mark.parametrize(
    ("who", "other"),
    [("henk", {"law": "jeugdwet"}), ("henk", {"level": Level.PROTECTED}), ("jorien", {"how": "duif"})],
)
def test_what_the_writer_may_not_choose_is_refused(family: Family, who: str, other: dict[str, object]) -> None:
    with pytest.raises(Refused):
        write(family, who, **other)


@pytest.mark.parametrize("who", ["marloes", "mark"])
def test_a_family_and_who_has_no_task_write_none(family: Family, who: str) -> None:
    with pytest.raises(Refused):
        write(family, who)


def test_what_is_withheld_of_a_law_is_not_there_for_that_member(family: Family) -> None:
    """BR-073. Stefan has authority over Finn; Henk and Jorien agree that he does not read this yet."""
    finn, stefan = family.subject("Finn"), family.subject("Stefan de Wit")
    with family.acting("mark", ago=timedelta(days=2)) as mark:
        represent(actor=mark, dossier=family.dossier, holder=stefan, child=finn,
                  until=family.town.at + timedelta(days=900), source="test")  # fmt: skip
    write(family, "henk", **FILE, subject=finn)
    assert len(texts(family, "stefan")) == 1
    wish = Withheld(member=stefan, subject=finn, law="wmo", reason="Dit gesprek komt eerst met Finn zelf.",
                    second=family.town.jorien.id, review_on=date(2026, 12, 1))  # fmt: skip
    with family.acting("henk") as henk:
        row = ask(actor=henk, dossier=family.id, wish=wish, is_urgent=False)
    with family.acting("jorien") as jorien:
        answer(actor=jorien, withholding=row, answer=SecondAnswer.AGREES, words="Eens: met minder kan het niet.")
    assert texts(family, "stefan") == []
    assert len(texts(family, "henk")) == 1


def raw_insert(family: Family, who: str, writer: str, law: str) -> None:
    account = getattr(family.town, writer)
    with family.acting(who), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "insert into notes_contactnote (id, dossier_id, level, law, held_on, how, with_whom, said, agreed,"
            " written_by, written_by_name, written_at, withdrawn_reason)"
            " values (gen_random_uuid(), %s, 2, %s, '2026-10-30', 'phone', '', 'Gebeld', '', %s, 'Iemand', now(), '')",
            [family.id, law, account.id],
        )


def test_the_database_refuses_the_file_of_another_law_and_another_name(family: Family) -> None:
    raw_insert(family, "henk", "henk", "wmo")
    for writer, law in (("henk", "jeugdwet"), ("jorien", "wmo")):
        with pytest.raises(ProgrammingError):
            raw_insert(family, "henk", writer, law)


def test_the_list_is_searched_and_filtered(family: Family) -> None:
    write(family, "jorien")
    write(family, "jorien", how="home", said="Thuis geweest.", agreed="", with_whom="Stefan de Wit")
    finn = family.subject("Finn")
    write(family, "jorien", how="school", said="Op school gesproken.", agreed="", with_whom="", subject=finn)
    assert texts(family, "jorien", Wanted(text="BRIEVEN")) == [CALLED.said]
    assert texts(family, "jorien", Wanted(how="home")) == ["Thuis geweest."]
    assert texts(family, "jorien", Wanted(subject=finn, name="Finn")) == ["Op school gesproken."]
    stefan = Wanted(subject=family.subject("Stefan de Wit"), name="Stefan de Wit")
    assert texts(family, "jorien", stefan) == ["Thuis geweest."]


def correct(family: Family, who: str, note: ContactNote, said: str) -> None:
    with family.acting(who) as actor:
        correct_note(actor=actor, note=note, words=CALLED.__class__(CALLED.held_on, "phone", said))


def test_a_correction_keeps_what_it_said_before(family: Family) -> None:
    note = write(family, "henk")
    correct(family, "henk", note, "Marloes belde over de brieven.")
    assert texts(family, "jorien") == ["Marloes belde over de brieven."]
    with family.acting("jorien"):
        was = [moment.was["said"] for moment in moments_of(ContactNote, note.id, ("said",)) if moment.was]
    assert was == [CALLED.said]


def test_one_mends_ones_own_and_who_leads_mends_any(family: Family) -> None:
    mine = write(family, "henk")
    with pytest.raises(Refused):
        correct(family, "fatima", mine, "Anders.")
    correct(family, "jorien", mine, "Anders.")
    assert texts(family, "fatima") == ["Anders."]
    theirs = write(family, "jorien")
    with pytest.raises(Refused):
        correct(family, "henk", theirs, "Anders.")


def test_what_is_withdrawn_leaves_its_reason(family: Family) -> None:
    note = write(family, "henk")
    with family.acting("henk") as henk:
        with pytest.raises(Refused):
            withdraw_note(actor=henk, note=note, reason=" ")
        withdraw_note(actor=henk, note=note, reason="Dubbel opgeschreven.")
    found = read(family, "marloes")
    assert found.present == ()
    assert [row.withdrawn_reason for row in found.withdrawn] == ["Dubbel opgeschreven."]


def test_undone_within_ten_minutes(family: Family) -> None:
    note = write(family, "henk")
    correct(family, "henk", note, "Anders.")
    with family.acting("henk") as henk:
        undo_note(actor=henk, note=note)
    assert texts(family, "henk") == [CALLED.said]
    with family.acting("henk", ago=-UNDO_WITHIN - timedelta(seconds=1)) as later, pytest.raises(Refused):
        undo_note(actor=later, note=note)


def test_what_was_just_written_is_withdrawn_by_undoing(family: Family) -> None:
    note = write(family, "henk")
    with family.acting("henk") as henk:
        undo_note(actor=henk, note=note)
    assert [row.withdrawn_reason for row in read(family, "henk").withdrawn] == ["ongedaan gemaakt"]


def several(family: Family, *names: str) -> list[ContactNote]:
    with family.acting("jorien") as jorien:
        about = [family.subject(name) for name in names]
        return write_notes(actor=jorien, dossier=family.id, words=CALLED, also=about)


def test_a_contact_about_two_gives_each_the_own_note_and_reads_as_one(family: Family) -> None:
    """Marloes reads hers, and nothing tells her that it was about Stefan too."""
    several(family, "Marloes Bakker", "Stefan de Wit")
    [line] = read(family, "jorien").present
    assert set(line.about) == {family.subject("Marloes Bakker"), family.subject("Stefan de Wit")}
    assert read(family, "marloes").present[0].about == (family.subject("Marloes Bakker"),)
    assert len(read(family, "stefan").present) == 1


def test_it_is_undone_as_one(family: Family) -> None:
    first, _second = several(family, "Marloes Bakker", "Stefan de Wit")
    with family.acting("jorien") as jorien:
        undo_note(actor=jorien, note=first)
    assert read(family, "jorien").present == ()


def test_about_nobody_in_particular_is_about_all_and_the_same_person_counts_once(family: Family) -> None:
    assert [note.subject_id for note in several(family)] == [None]
    assert len(several(family, "Finn", "Finn")) == 1


def test_on_the_course_of_help_one_contact_about_two_is_one(family: Family) -> None:
    several(family, "Marloes Bakker", "Stefan de Wit")
    with family.acting("jorien") as jorien:
        assert [one.contacts for one in beside_care(jorien, family.id).happened] == [1]


def test_on_the_course_of_help_a_month_of_contact_is_one_mark_and_a_document_its_kind(family: Family) -> None:
    for day in (date(2026, 9, 30), date(2026, 10, 2), date(2026, 10, 30)):
        write(family, "jorien", held_on=day)
    write(family, "jorien", held_on=date(2026, 10, 31), subject=family.subject("Marloes Bakker"))
    with family.acting("jorien") as jorien:
        about = Description(DocumentKind.LETTER, "Brief van school", date(2026, 10, 20))
        add_document(actor=jorien, dossier=family.id, content=files.PDF, description=about)
    seen = {}
    for who in ("jorien", "stefan"):
        with family.acting(who) as actor:
            found = beside_care(actor, family.id).happened
        seen[who] = [(one.on.isoformat(), one.contacts, one.document) for one in found]
    assert seen["stefan"] == [("2026-09-30", 1, ""), ("2026-10-20", 0, "letter"), ("2026-10-30", 2, "")]
    assert seen["jorien"] == [("2026-09-30", 1, ""), ("2026-10-20", 0, "letter"), ("2026-10-31", 3, "")]
