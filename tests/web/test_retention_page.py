"""The page of the terms: for whom it is, and what held on a day."""

from datetime import datetime, timedelta

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.services import assign_role
from kring.ground.audit.trail import recording
from tests.access.people import Town, make_town
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db

PLACE = "/bewaartermijnen/"


@pytest.fixture
def town(now: datetime) -> Town:
    """Annet is archivist too, and Mark privacy officer."""
    made, system = make_town(now), system_actor(now - timedelta(days=1))
    with recording("test"), acting(system):
        for account, role in ((made.annet, roles.ARCHIVIST), (made.mark, roles.PRIVACY_OFFICER)):
            assign_role(
                actor=system, account=account.id, role=role.code, organisation=made.municipality.id, ground="test"
            )
    return made


@pytest.mark.parametrize(
    ("who", "status"), [("annet", 200), ("mark", 200), ("bram", 200), ("jorien", 403), ("fatima", 403)]
)
def test_for_whom_it_is(town: Town, who: str, status: int) -> None:
    assert signed_in(getattr(town, who).id).get(PLACE).status == status


def test_it_says_the_term_its_start_and_its_source(town: Town) -> None:
    text = signed_in(town.annet.id).get(PLACE).text
    assert "Dossier van jeugdhulp 20 jaar de laatste wijziging wet: Jeugdwet 7.3.8 lid 3" in text
    assert "Registratie van datalekken geen vaste termijn –" in text


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("30-06-2026", "de dag waarop het gemaakt of ontvangen is wet: Wmo"),
        ("01-07-2026", "de laatste wijziging wet: Wmo"),
    ],
)
def test_what_held_on_a_day(town: Town, day: str, said: str) -> None:
    assert said in signed_in(town.annet.id).get(f"{PLACE}?op={day}").text


def test_a_day_that_is_none_comes_back(town: Town) -> None:
    assert signed_in(town.annet.id).get(f"{PLACE}?op=ooit").status == 422


def test_the_archivist_finds_it_in_the_menu(town: Town) -> None:
    assert PLACE in signed_in(town.annet.id).get("/").links()
