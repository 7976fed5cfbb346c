"""Withholding (BR-073): a document or one law's part is kept from one member of the family, and given afterwards."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from kring.ground.access import compiler, roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.gates import gate
from kring.ground.access.models import SecondAnswer, Withholding
from kring.ground.access.parts import Law
from kring.ground.access.services import Withheld, represent
from kring.ground.agenda.queries import my_day
from kring.ground.audit.models import Event
from kring.ground.audit.trail import recording, write
from kring.ground.documents.models import Document, DocumentKind
from kring.ground.documents.queries import document_file, dossier_documents
from kring.ground.documents.services import Description, add_document
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.leads.services import answer, ask, end
from tests.access.people import give_role, make_family_account
from tests.audit.lines import lines_for
from tests.conftest import speaking_as
from tests.documents import files
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db

WHY = "Stefan weet niet waar Marloes is, en dat moet zo blijven."
WORDS = "Eens: met minder kan het hier niet."


@pytest.fixture
def family(now: datetime) -> Family:
    """Stefan has authority over Finn; Henk has a task under the Jeugdwet; Finn and Stefan each have help."""
    made = make_family(now)
    give_role(made.town, made.dossier, made.town.henk, roles.TEAM_PROFESSIONAL, ["jeugdwet"])
    with made.acting("mark", ago=timedelta(days=2)) as mark:
        represent(
            actor=mark,
            dossier=made.dossier,
            holder=made.subject("Stefan de Wit"),
            child=made.subject("Finn"),
            until=now + timedelta(days=900),
            source="test",
        )
    with speaking_as(DatabaseRole.IMPORT):
        for name, law in (("Finn", "jeugdwet"), ("Finn", "leerplicht"), ("Stefan de Wit", "jeugdwet")):
            Provision.objects.create(
                subject_id=made.subject(name), law=law, product=f"{law} {name}", started_on=now.date(), source="test"
            )
    return made


@pytest.fixture
def report(family: Family) -> Document:
    with family.acting("henk", ago=timedelta(days=1)) as henk:
        return add_document(
            actor=henk,
            dossier=family.id,
            content=files.PDF,
            description=Description(DocumentKind.REPORT, "Verslag van het gesprek", date(2026, 10, 30)),
        )


def jeugdwet_of_finn(family: Family, **other: object) -> Withheld:
    return _wish(family, **({"subject": family.subject("Finn"), "law": "jeugdwet"} | other))


def _wish(family: Family, **other: object) -> Withheld:
    given: dict[str, object] = {
        "member": family.subject("Stefan de Wit"),
        "reason": WHY,
        "second": family.town.jorien.id,
        "review_on": date(2026, 12, 1),
    }
    return Withheld(**(given | other))  # type: ignore[arg-type]  # spelled out in the tests


def asks(family: Family, wish: Withheld, *, urgent: bool = False, who: str = "henk") -> Withholding:
    actor = family.actor(who)
    with recording("test.asks") as trail, acting(actor):
        row = ask(actor=actor, dossier=family.id, wish=wish, is_urgent=urgent)
        write(trail)
    return row


def answers(family: Family, row: Withholding, said: SecondAnswer = SecondAnswer.AGREES, who: str = "jorien") -> None:
    actor = family.actor(who)
    with recording("test.answers") as trail, acting(actor):
        answer(actor=actor, withholding=row, answer=said, words=WORDS)
        write(trail)


def ends(family: Family, row: Withholding) -> None:
    actor = family.actor("henk")
    with recording("test.ends") as trail, acting(actor):
        end(actor=actor, withholding=row, words="Stefan weet het inmiddels.")
        write(trail)


def provisions(family: Family, who: str = "stefan", *, at: datetime | None = None) -> Sequence[str]:
    actor = family.actor(who)
    with acting(actor), connection.cursor() as cursor:
        cursor.execute("select set_config('kring.test_now', %s, true)", [(at or actor.at).isoformat()])
        found = list(Provision.objects.order_by("product").values_list("product", flat=True))
        cursor.execute("select set_config('kring.test_now', %s, true)", [actor.at.isoformat()])
    return found


def titles(family: Family, who: str = "stefan") -> list[str]:
    actor = family.actor(who)
    with recording("test"), acting(actor):
        return [row.title for row in dossier_documents(actor, family.id).present]


ALL = ["jeugdwet Finn", "jeugdwet Stefan de Wit", "leerplicht Finn"]
LEFT = ["jeugdwet Stefan de Wit", "leerplicht Finn"]


def test_one_law_of_one_person_is_left_out_after_the_yes_and_nothing_else(family: Family) -> None:
    assert provisions(family) == ALL
    row = asks(family, jeugdwet_of_finn(family))
    assert provisions(family) == ALL
    answers(family, row)
    assert provisions(family) == LEFT
    assert "jeugdwet Finn" in provisions(family, "henk")


def test_when_it_ends_everything_is_there_again(family: Family) -> None:
    row = asks(family, jeugdwet_of_finn(family))
    answers(family, row)
    ends(family, row)
    assert provisions(family) == ALL


def test_a_document_is_gone_for_one_and_there_for_the_other(family: Family, report: Document) -> None:
    assert titles(family) == ["Verslag van het gesprek"]
    row = asks(family, _wish(family, document=report.id))
    answers(family, row)
    assert (titles(family), titles(family, "marloes")) == ([], ["Verslag van het gesprek"])
    with recording("test"), acting(family.actor("stefan")):
        assert document_file(family.id, report.id) is None
    ends(family, row)
    assert titles(family) == ["Verslag van het gesprek"]


def test_a_nightly_recompile_finds_no_difference_whatever_happened(family: Family) -> None:
    running, over = asks(family, jeugdwet_of_finn(family)), asks(family, jeugdwet_of_finn(family), urgent=True)
    for row in (running, over):
        answers(family, row)
    ends(family, over)
    with acting(family.actor("henk")), gate():
        assert compiler.differences() == 0


def test_after_a_no_nothing_is_withheld(family: Family) -> None:
    row = asks(family, jeugdwet_of_finn(family))
    answers(family, row, SecondAnswer.DISAGREES)
    assert provisions(family) == ALL


def test_urgent_holds_at_once_for_two_working_days_and_no_longer(family: Family, now: datetime) -> None:
    """1 November 2026 is a Sunday: to the end of Tuesday."""
    asks(family, jeugdwet_of_finn(family), urgent=True)
    assert provisions(family) == LEFT
    tuesday = now.replace(day=3, hour=23, minute=59)
    assert provisions(family, at=tuesday) == LEFT
    assert provisions(family, at=tuesday + timedelta(minutes=1)) == ALL


@pytest.mark.parametrize(("said", "left"), [(SecondAnswer.AGREES, LEFT), (SecondAnswer.DISAGREES, ALL)])
def test_the_answer_makes_the_provisional_last_or_ends_it(family: Family, said: SecondAnswer, left: list[str]) -> None:
    answers(family, asks(family, jeugdwet_of_finn(family), urgent=True), said)
    assert provisions(family) == left
    assert provisions(family, at=family.town.at + timedelta(days=20)) == left


def test_the_second_gets_a_task_and_who_asked_one_to_look_again(family: Family) -> None:
    row = asks(family, jeugdwet_of_finn(family))
    assert _tasks(family, "jorien") == ["Geef uw mening over iets in dit dossier"]
    answers(family, row)
    assert (_tasks(family, "jorien"), _tasks(family, "henk")) == ([], ["Bekijk een afspraak in dit dossier opnieuw"])
    ends(family, row)
    assert _tasks(family, "henk") == []


def _tasks(family: Family, who: str) -> list[str]:
    actor = family.actor(who)
    with recording("test"), acting(actor):
        day = my_day(actor)
    return [task.title for task in (*day.overdue, *day.today, *day.coming)]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"reason": "geheim"}, "tien letters"),
        ({"review_on": date(2026, 11, 1)}, "opnieuw te bekijken"),
        ({"review_on": date(2027, 6, 1)}, "opnieuw te bekijken"),
        ({"member": UUID(int=5)}, "hoort niet bij dit dossier"),
        ({"subject": UUID(int=5)}, "zelf niet lezen"),
        ({"law": "wmo"}, "zelf niet lezen"),
    ],
)
def test_what_is_refused(family: Family, other: dict[str, object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        asks(family, jeugdwet_of_finn(family, **other))


@pytest.mark.parametrize("second", ["henk", "fatima", "stefan", "mark"])
def test_the_second_is_another_professional_who_works_on_it_too(family: Family, second: str) -> None:
    with pytest.raises(Refused, match="een andere professional"):
        asks(family, jeugdwet_of_finn(family, second=family.actor(second).id))


@pytest.mark.parametrize("who", ["marloes", "mark", "annet", "bram", "fatima"])
def test_nobody_else_withholds(family: Family, report: Document, who: str) -> None:
    with pytest.raises(Refused):
        asks(family, _wish(family, document=report.id), who=who)


@pytest.mark.parametrize("who", ["henk", "naima", "stefan"])
def test_only_who_was_asked_answers(family: Family, who: str) -> None:
    row = asks(family, jeugdwet_of_finn(family))
    with pytest.raises(Refused, match="tweede professional"):
        answers(family, row, who=who)


def test_an_answer_is_given_once_and_not_after_it_lapsed(family: Family) -> None:
    row = asks(family, jeugdwet_of_finn(family))
    answers(family, row)
    with pytest.raises(Refused, match="al geantwoord"):
        answers(family, row)
    late = asks(family, jeugdwet_of_finn(family), urgent=True)
    late.ended_at = family.town.at - timedelta(days=1)
    with pytest.raises(Refused, match="al voorbij"):
        answers(family, late)


def test_the_log_tells_nothing_while_it_holds_and_everything_afterwards(family: Family, report: Document) -> None:
    _opens(family, report)
    before = _told(family)
    row = asks(family, _wish(family, document=report.id))
    assert _told(family) == before
    answers(family, row)
    assert _told(family) == [what for what in before if what != "test.opens"]
    assert "test.opens" in _told(family, "marloes")
    ends(family, row)
    assert {"access.withholding_asked", "access.withholding_answered", "access.withholding_ended", "test.opens"} <= set(
        _told(family)
    )


def _opens(family: Family, report: Document) -> None:
    with recording("test.opens") as trail, acting(family.actor("jorien")):
        assert document_file(family.id, report.id)
        write(trail)


def _told(family: Family, who: str = "stefan") -> list[str]:
    return [line.what for line in lines_for(family.actor(who)) if line.event in (Event.RIGHTS, Event.EXPORT)]


def test_the_reason_is_in_no_line(family: Family) -> None:
    answers(family, asks(family, jeugdwet_of_finn(family)))
    with speaking_as(DatabaseRole.LOG), connection.cursor() as cursor:
        cursor.execute("select count(*) from audit_logline where ground ilike '%%weet niet waar%%'")
        assert cursor.fetchone() == (0,)


def test_the_family_sees_no_row_of_it_and_the_professionals_do(family: Family) -> None:
    asks(family, jeugdwet_of_finn(family))
    seen = {who: _rows(family.actor(who)) for who in ("stefan", "marloes", "mark", "fatima", "henk", "jorien", "naima")}
    assert seen == {"stefan": 0, "marloes": 0, "mark": 0, "fatima": 0, "henk": 1, "jorien": 1, "naima": 1}


def _rows(actor: Actor) -> int:
    with acting(actor):
        return Withholding.objects.count()


@pytest.mark.parametrize("deed", ["INSERT", "UPDATE", "DELETE"])
def test_the_application_itself_withholds_nothing(family: Family, deed: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select has_table_privilege('kring_app', 'access_withholding', %s)", [deed])
        assert cursor.fetchone() == (False,)


@pytest.mark.parametrize(
    "change", ["answer = ''", "ended_at = null", "second_id = asked_by", "document = gen_random_uuid()"]
)
def test_the_database_holds_the_rules_too(family: Family, change: str) -> None:
    row = asks(family, jeugdwet_of_finn(family), urgent=change == "ended_at = null")
    if change == "answer = ''":
        answers(family, row)
    with speaking_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        with pytest.raises(DatabaseError, match="withholding_"), transaction.atomic():
            cursor.execute(f"update access_withholding set {change} where id = %s", [row.id])


def test_a_child_of_sixteen_is_kept_from_its_own_file(family: Family) -> None:
    """Whoever reads for somebody else, or for oneself: it is the member of the family that counts."""
    account = make_family_account(family.town, family.subjects["Lotte"], "Lotte")
    give_role(family.town, family.dossier, account, roles.YOUTH)
    with speaking_as(DatabaseRole.IMPORT):
        Provision.objects.create(
            subject_id=family.subject("Lotte"), law=Law.JEUGDWET, product="jeugdwet Lotte", started_on="2026-10-01",
            source="test",
        )  # fmt: skip
    wish = _wish(family, member=family.subject("Lotte"), subject=family.subject("Lotte"), law="jeugdwet")
    answers(family, asks(family, wish))
    actor = Actor(account.id, family.actor("henk").kind, family.town.at)
    with acting(actor):
        assert list(Provision.objects.values_list("product", flat=True)) == []
