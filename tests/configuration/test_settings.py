"""What Bram sets on the page holds in the product from that moment; what it was before stays readable."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import ProgrammingError, connection, transaction

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.agenda.queries.terms import last_day_of
from kring.ground.agenda.rules import Clock, Term, Unit, setting_of, with_number
from kring.ground.agenda.services import add_task
from kring.ground.areas.models import Area
from kring.ground.audit.models import LogLine
from kring.ground.audit.trail import recording
from kring.ground.configuration.models import SettingValue
from kring.ground.configuration.queries import value
from kring.ground.configuration.rules import SETTINGS, Basis, Setting, can_set, declare
from kring.ground.configuration.services import set_value
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.steering.figures.queries.pilots import thresholds
from tests.access.people import Town, actor_of, make_town
from tests.administration.test_organisations import give
from tests.conftest import speaking_as
from tests.web.visitor import Page, signed_in

CLOCK, CELL = "klok_vraag_het_gezin", "kleinste_cel"
LAW = Clock("besluit", "Besluit op de aanvraag", Basis.LEGAL, "Wmo 2.3.5 lid 2", Term(2, Unit.WEEKS))


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@contextmanager
def as_bram(town: Town) -> Iterator[Actor]:
    actor = actor_of(town.bram.id, town.at)
    with recording("test"), acting(actor):
        yield actor


def changed(town: Town, code: str, to: int, reason: str = "") -> Page:
    bram = signed_in(town.bram.id)
    page = bram.get(f"/beheer/instellingen/{code}/wijzigen/")
    return bram.press(page, "Bewaar", {"value": str(to), "reason": reason})


@pytest.mark.parametrize(
    ("to", "reason", "allowed"),
    [
        (6, "", True),
        (5, "", False),  # what it is already
        (4, "", False),  # below the norm without a reason
        (4, "  ", False),
        (4, "onderzoek met een besluit van het college", True),
        (2, "graag", False),  # below the lowest
        (51, "graag", False),
    ],
)
def test_a_threshold_has_bounds_and_a_norm(to: int, reason: str, allowed: bool) -> None:
    assert bool(can_set(SETTINGS[CELL], to, 5, reason)) is allowed


def test_a_term_of_the_law_is_not_ours_to_change() -> None:
    assert LAW.term is not None
    setting = setting_of(LAW, LAW.term)
    assert "staat in de wet" in str(can_set(setting, 3, 2, "druk").reason)
    assert with_number(LAW, 3) == LAW


def test_a_setting_is_declared_once() -> None:
    with pytest.raises(ValueError, match="al opgegeven"):
        declare(replace(SETTINGS[CELL], title="nog eens"))


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=lambda setting: setting.code)
def test_a_default_lies_within_its_bounds_and_has_a_meaning(setting: Setting) -> None:
    assert setting.lowest <= setting.default <= setting.highest
    assert setting.meaning.endswith(".")


@pytest.mark.django_db
def test_without_a_row_the_default_holds(town: Town) -> None:
    with as_bram(town):
        assert value(CELL) == SETTINGS[CELL].default


@pytest.mark.django_db
def test_a_longer_clock_on_the_page_makes_a_later_task(town: Town) -> None:
    with as_bram(town):
        assert last_day_of("vraag_het_gezin", date(2026, 11, 2)) == date(2026, 11, 16)
    assert "15 werkdagen" in changed(town, CLOCK, 15).text
    with as_bram(town) as bram:
        task = add_task(
            actor=bram, account=bram.id, clock="vraag_het_gezin", title="Vraag het", began_on=date(2026, 11, 2)
        )
    assert task.due_on == date(2026, 11, 23)


@pytest.mark.django_db
def test_a_higher_threshold_on_the_page_is_that_of_the_disclosure_gate(town: Town) -> None:
    changed(town, CELL, 8)
    with as_bram(town):
        assert thresholds().inside == 8


@pytest.mark.django_db
def test_lowering_below_the_norm_asks_a_reason_and_is_logged_with_it(town: Town) -> None:
    page = changed(town, CELL, 4)
    assert page.status == 422
    assert "Dit is lager dan de norm" in page.text
    changed(town, CELL, 4, "besluit van het college van 12 oktober")
    with speaking_as(DatabaseRole.OWNER):
        line = LogLine.objects.get(what="configuration.value_set")
    assert line.ground == "kleinste_cel: 4. besluit van het college van 12 oktober"


@pytest.mark.django_db
def test_the_history_is_the_table(town: Town) -> None:
    changed(town, CELL, 8, "eerste keer")
    changed(town, CELL, 6)
    text = signed_in(town.bram.id).get(f"/beheer/instellingen/{CELL}/").text
    assert "Bram Kok · eerste keer" in text
    with as_bram(town):
        assert sorted(SettingValue.objects.values_list("value", flat=True)) == [6, 8]
        assert SettingValue.objects.get(ended_at=None).value == 6


@pytest.mark.django_db
def test_who_administers_one_organisation_changes_nothing_for_all(town: Town, now: datetime) -> None:
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    assert signed_in(town.fatima.id).get("/beheer/instellingen/").status == 403
    fatima = actor_of(town.fatima.id, now)
    with recording("test"), acting(fatima), pytest.raises(Refused, match="functioneel beheerder"):
        set_value(actor=fatima, code=CELL, value=8, reason="")


@pytest.mark.django_db
def test_an_organisation_has_an_own_value_that_no_other_administrator_writes(town: Town, now: datetime) -> None:
    with as_bram(town) as bram:
        set_value(actor=bram, code=CELL, value=8, reason="", organisation=town.municipality.id)
        assert value(CELL, town.municipality.id) == 8
        assert value(CELL, town.provider.id) == SETTINGS[CELL].default
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    fatima = actor_of(town.fatima.id, now)
    row = SettingValue(
        organisation=town.municipality, code="x", value=1, started_at=now, written_by=fatima.id, written_by_name="F"
    )
    with acting(fatima), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        row.save(force_insert=True)
    assert connection.is_usable()


@pytest.mark.django_db
def test_the_database_gives_what_holds_for_all_to_a_functional_administrator_only(town: Town, now: datetime) -> None:
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    row = {"code": "x", "value": 1, "started_at": now, "written_by_name": "F"}
    with (
        acting(actor_of(town.fatima.id, now)),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        SettingValue(written_by=town.fatima.id, **row).save(force_insert=True)
    with acting(actor_of(town.bram.id, now)):
        SettingValue(written_by=town.bram.id, **row).save(force_insert=True)
        assert SettingValue.objects.filter(code="x").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "allowed"), [("fatima", False), ("bram", True)])
def test_an_area_is_written_by_a_functional_administrator_only(
    town: Town, now: datetime, name: str, allowed: bool
) -> None:
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    with acting(actor_of(getattr(town, name).id, now)):
        with suppress(ProgrammingError), transaction.atomic():
            Area(name="Noord").save(force_insert=True)
        assert Area.objects.filter(name="Noord").exists() is allowed
