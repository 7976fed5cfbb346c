"""F06 Nowak, sleeping in peace: a mother and two children at a secret address, a father elsewhere with authority."""

from dataclasses import replace
from datetime import date

import pytest
from psycopg import sql

from kring.demo.story.cast import account_id
from kring.ground.access.models import SecondAnswer, Withholding
from kring.ground.access.parts import Law
from kring.ground.access.services import Withheld
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import PersonAddress
from kring.practice.leads.services import answer, ask
from tests.demo.files import world
from tests.demo.loaded import Rows, raw
from tests.families.stage import looking, subject_of

pytestmark = pytest.mark.usefixtures("demo")


def test_the_secret_street_is_written_once_in_the_whole_database() -> None:
    """Where only named persons read it, beside the journal of the delivery that brought it, which no account reads."""
    street = world().humans["F06a"].home.street
    assert {table for table, column in columns() if is_in(table, column, street)} == {
        "households_personaddress",
        "exchange_journalentry",
    }


def columns() -> Rows:
    """Everything in the database that holds words."""
    return raw(
        "select table_name, column_name from information_schema.columns where table_schema = 'public'"
        " and data_type in ('text', 'character varying', 'jsonb')"
    )


def is_in(table: str, column: str, words: str) -> bool:
    holding = sql.SQL("select 1 from {} where {}::text like %s limit 1")
    return bool(raw(holding.format(sql.Identifier(table), sql.Identifier(column)).as_string(), f"%{words}%"))


@pytest.mark.parametrize(("who", "reads"), [("naima", True), ("ingrid", True), ("henk", False)])
def test_the_address_is_for_who_is_named(who: str, reads: bool) -> None:
    """BR-075."""
    street = world().humans["F06a"].home.street
    with looking(who, "F06"):
        assert PersonAddress.objects.filter(street=street).exists() is reads


def test_tomasz_has_no_account_in_this_dossier() -> None:
    with looking("naima", "F06"):
        assert not raw("select 1 from access_account where id = %s", account_id("F06b"))


def test_what_is_withheld_has_a_second_professional_and_a_day_to_look_again() -> None:
    """BR-073: Kacper's help, from his father; it begins when Ingrid agrees."""
    with looking("naima", "F06") as scene:
        with pytest.raises(Refused, match="binnen een half jaar"):
            ask(
                actor=scene.actor,
                dossier=scene.dossier,
                wish=replace(wish(), review_on=date(2027, 6, 1)),
                is_urgent=False,
            )
        row = ask(actor=scene.actor, dossier=scene.dossier, wish=wish(), is_urgent=False)
        with pytest.raises(Refused):
            answer(actor=scene.actor, withholding=row, answer=SecondAnswer.AGREES, words="Ik vind het zelf ook.")
    with looking("ingrid", "F06") as scene:
        answer(actor=scene.actor, withholding=row, answer=SecondAnswer.AGREES, words="Met minder kan het hier niet.")
        now = Withholding.objects.get(id=row.id)
    assert (now.answer, now.review_on) == (SecondAnswer.AGREES, date(2027, 1, 11))


def wish() -> Withheld:
    return Withheld(
        subject_of("F06b"), "Hij mag niet weten op welke school Kacper zit.", account_id("ingrid"), date(2027, 1, 11),
        subject=subject_of("F06c"), law=Law.JEUGDWET,
    )  # fmt: skip
