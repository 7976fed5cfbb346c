"""Withholding longer (BR-073): what was agreed ends by itself, unless another professional agrees with longer."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from kring.ground.access import compiler, roles
from kring.ground.access.actor import acting
from kring.ground.access.gates import gate
from kring.ground.access.models import SecondAnswer, Withholding
from kring.ground.audit.trail import recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.leads.services import answer, end, longer
from tests.access.people import give_role
from tests.access.test_withholding import (
    ALL,
    LEFT,
    WORDS,
    _tasks,
    answers,
    asks,
    family,
    jeugdwet_of_finn,
    provisions,
    report,
)
from tests.conftest import speaking_as
from tests.plans.family import Family

pytestmark = pytest.mark.django_db
__all__ = ["family", "report"]

REVIEW, LATER = date(2026, 11, 8), date(2026, 12, 20)
STILL = "Marloes is nog niet verhuisd; het gevaar is er nog."


@pytest.fixture
def withheld(family: Family) -> Withholding:
    """Henk asked, Jorien agreed; it is looked at again on Sunday 8 November."""
    row = asks(family, jeugdwet_of_finn(family, review_on=REVIEW))
    answers(family, row)
    return row


def day(family: Family, number: int, month: int = 11) -> datetime:
    return family.town.at.replace(month=month, day=number)


def asks_longer(
    family: Family,
    row: Withholding,
    *,
    who: str = "henk",
    second: str = "jorien",
    until: date = LATER,
    reason: str = STILL,
    at: datetime | None = None,
) -> None:
    actor = family.actor(who, ago=family.town.at - (at or family.town.at))
    with recording("test.longer") as trail, acting(actor):
        longer(actor=actor, withholding=row, until=until, reason=reason, second=family.actor(second).id)
        write(trail)


def test_what_was_agreed_ends_by_itself_after_the_day(family: Family, withheld: Withholding) -> None:
    assert provisions(family, at=day(family, 8).replace(hour=23, minute=59)) == LEFT
    assert provisions(family, at=day(family, 9).replace(hour=0)) == ALL


def test_after_a_new_yes_it_lasts_until_the_new_day(family: Family, withheld: Withholding) -> None:
    asks_longer(family, withheld)
    answers(family, withheld)
    assert provisions(family, at=day(family, 20, 12)) == LEFT
    assert provisions(family, at=day(family, 21, 12)) == ALL


@pytest.mark.parametrize("said", [None, SecondAnswer.DISAGREES])
def test_without_a_yes_it_ends_on_the_day_that_was_agreed(
    family: Family, withheld: Withholding, said: SecondAnswer | None
) -> None:
    asks_longer(family, withheld)
    if said:
        answers(family, withheld, said)
    assert provisions(family) == LEFT
    assert provisions(family, at=day(family, 9)) == ALL


def test_asked_on_the_last_day_the_other_has_two_working_days(family: Family, withheld: Withholding) -> None:
    """8 November 2026 is a Sunday: to the end of Tuesday."""
    asks_longer(family, withheld, at=day(family, 8))
    assert provisions(family, at=day(family, 10)) == LEFT
    assert provisions(family, at=day(family, 11)) == ALL


def test_a_no_after_the_agreed_day_ends_it_at_once(family: Family, withheld: Withholding) -> None:
    asks_longer(family, withheld, at=day(family, 8))
    jorien = family.actor("jorien", ago=-timedelta(days=8))
    with recording("test.no"), acting(jorien):
        answer(actor=jorien, withholding=withheld, answer=SecondAnswer.DISAGREES, words=WORDS)
    assert provisions(family, at=day(family, 10)) == ALL


def test_who_asked_gets_the_task_a_week_before_and_the_other_one_for_the_opinion(
    family: Family, withheld: Withholding
) -> None:
    look, opinion = "Bekijk een afspraak in dit dossier opnieuw", "Geef uw mening over iets in dit dossier"
    assert _tasks(family, "henk") == [look]
    asks_longer(family, withheld)
    assert (_tasks(family, "henk"), _tasks(family, "jorien")) == ([], [opinion])
    answers(family, withheld)
    assert (_tasks(family, "henk"), _tasks(family, "jorien")) == ([look], [])


def test_ending_it_takes_the_open_question_away(family: Family, withheld: Withholding) -> None:
    asks_longer(family, withheld)
    henk = family.actor("henk")
    with recording("test.ends"), acting(henk):
        end(actor=henk, withholding=withheld, words="Stefan weet het inmiddels.")
    assert (provisions(family), _tasks(family, "jorien")) == (ALL, [])
    with pytest.raises(Refused, match="al voorbij"):
        answers(family, withheld)


def test_a_colleague_asks_and_looks_again_next_time(family: Family, withheld: Withholding) -> None:
    """Naima, the achtervang, asks it for Henk."""
    asks_longer(family, withheld, who="naima")
    answers(family, withheld)
    assert _tasks(family, "henk") == []
    assert "Bekijk een afspraak in dit dossier opnieuw" in _tasks(family, "naima")


@pytest.mark.parametrize("second", ["henk", "naima", "fatima", "stefan"])
def test_the_opinion_is_of_another_than_who_asked_now_or_first(
    family: Family, withheld: Withholding, second: str
) -> None:
    with pytest.raises(Refused, match=r"iemand anders|een andere professional"):
        asks_longer(family, withheld, who="naima", second=second)


def test_only_who_was_asked_about_longer_answers(family: Family, withheld: Withholding) -> None:
    asks_longer(family, withheld, second="naima")
    with pytest.raises(Refused, match="tweede professional"):
        answers(family, withheld, who="jorien")
    answers(family, withheld, who="naima")


@pytest.mark.parametrize(
    ("until", "reason", "said"),
    [
        (LATER, "toch", "tien letters"),
        (REVIEW, STILL, "na de dag waarop het nu eindigt"),
        (date(2027, 6, 1), STILL, "binnen een half jaar"),
    ],
)
def test_a_new_reason_and_a_later_day(
    family: Family, withheld: Withholding, until: date, reason: str, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        asks_longer(family, withheld, until=until, reason=reason)


def test_it_is_asked_near_the_end_once_at_a_time_and_not_after_a_no(family: Family, withheld: Withholding) -> None:
    early = asks(family, jeugdwet_of_finn(family))
    with pytest.raises(Refused, match="wordt niet achtergehouden"):
        asks_longer(family, early)
    answers(family, early)
    with pytest.raises(Refused, match="twee weken"):
        asks_longer(family, early)
    asks_longer(family, withheld)
    with pytest.raises(Refused, match="al een mening gevraagd"):
        asks_longer(family, withheld)
    answers(family, withheld, SecondAnswer.DISAGREES)
    with pytest.raises(Refused, match="niet nodig"):
        asks_longer(family, withheld)


@pytest.mark.parametrize("who", ["marloes", "mark", "annet", "fatima"])
def test_nobody_else_asks_it(family: Family, withheld: Withholding, who: str) -> None:
    with pytest.raises(Refused, match="met een taak"):
        asks_longer(family, withheld, who=who)


def test_the_grants_are_what_a_recompile_would_make(family: Family, withheld: Withholding) -> None:
    asks_longer(family, withheld)
    answers(family, withheld)
    with acting(family.actor("henk")), gate():
        assert compiler.differences() == 0


def test_a_yes_comes_before_the_day_it_is_for(family: Family) -> None:
    row = asks(family, jeugdwet_of_finn(family, review_on=REVIEW))
    late = family.actor("jorien", ago=-timedelta(days=9))
    with acting(late), recording("test.late"), pytest.raises(Refused, match="is voorbij"):
        answer(actor=late, withholding=row, answer=SecondAnswer.AGREES, words=WORDS)


@pytest.mark.parametrize("change", ["longer_second_id = asked_by", "longer_second_id = null", "ended_at = null"])
def test_the_database_holds_it_too(family: Family, withheld: Withholding, change: str) -> None:
    asks_longer(family, withheld)
    with speaking_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        with pytest.raises(DatabaseError, match="withholding_"), transaction.atomic():
            cursor.execute(f"update access_withholding set {change} where id = %s", [withheld.id])


def test_the_family_reads_no_row_of_it(family: Family, withheld: Withholding) -> None:
    give_role(family.town, family.dossier, family.stefan, roles.ADULT)
    asks_longer(family, withheld)
    with acting(family.actor("stefan")):
        assert not Withholding.objects.exists()
    with acting(family.actor("naima")):
        assert Withholding.objects.get().longer_reason == STILL
