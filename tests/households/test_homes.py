"""Two homes for a child, beside what the register says: who writes them, who sees them, and what moves."""

from datetime import date, datetime
from uuid import UUID

import pytest

from kring.ground.access.actor import acting
from kring.ground.access.models import Account
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import HouseholdMember, PersonAddress, Stay
from kring.practice.households.queries import unplaced
from kring.practice.households.rules.homes import HomeSource, Living
from kring.practice.households.services import (
    Move,
    Parting,
    StayWords,
    Telling,
    add_stay,
    correct_stay,
    end_stay,
    move,
    part,
    withdraw_stay,
)
from tests.conftest import speaking_as
from tests.households.aksoy import MOVED, TOLD, Aksoy, make_aksoy

pytestmark = pytest.mark.django_db

NOV = date(2026, 11, 1)


@pytest.fixture
def aksoy(now: datetime) -> Aksoy:
    return make_aksoy(now)


def stays(aksoy: Aksoy) -> dict[tuple[str, str], Stay]:
    names = {aksoy.elif_.id: "Elif", aksoy.emre.id: "Emre", aksoy.deniz.id: "Deniz", aksoy.ela.id: "Ela"}
    with acting(aksoy.naima, dossier=aksoy.dossier.id):
        return {(names[row.subject_id], row.label): row for row in Stay.objects.order_by("started_on")}


def write(aksoy: Aksoy, who: Account, subject: UUID, told: Telling = TOLD) -> None:
    actor = aksoy.actor(who)
    words = StayWords(subject, None, "bij oma", Living.STAYS, NOV)
    with recording("test"), acting(actor, dossier=aksoy.dossier.id):
        add_stay(actor=actor, dossier=aksoy.dossier.id, words=words, told=told)


class TestTwoHomes:
    def test_a_child_has_two_and_the_register_stands_beside_them(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        homes = aksoy.seen(aksoy.town.naima)
        told = [(home.label, len(home.members)) for home in homes if home.source is HomeSource.TOLD]
        registered = [len(home.members) for home in homes if home.source is HomeSource.REGISTER]
        assert (told, sorted(registered)) == ([("bij moeder", 3), ("bij vader", 3)], [1, 3])

    def test_a_line_says_how_by_whom_and_when(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        line = next(one for one in aksoy.seen(aksoy.town.naima)[0].members if one.name == "Deniz Yıldız")
        assert (line.living, line.days, line.told_by, line.told_on) == (
            Living.SHARES, "zondag tot en met woensdag", "Elif Aksoy", date(2026, 10, 20),
        )  # fmt: skip

    def test_on_an_earlier_day_only_the_register_speaks(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        assert {home.source for home in aksoy.seen(aksoy.town.naima, date(2024, 1, 1))} == {HomeSource.REGISTER}


class TestWhoWrites:
    def test_who_has_a_task_reads_and_does_not_write(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        assert aksoy.homes(aksoy.town.henk)["bij vader"] == {"Emre", "Deniz", "Ela"}
        with pytest.raises(Refused, match="regisseur"):
            write(aksoy, aksoy.town.henk, aksoy.ela.id)

    def test_who_leads_writes(self, aksoy: Aksoy) -> None:
        write(aksoy, aksoy.town.naima, aksoy.ela.id)
        assert aksoy.homes(aksoy.town.naima)["bij oma"] == {"Ela"}

    def test_without_who_told_it_nothing_is_written(self, aksoy: Aksoy) -> None:
        with pytest.raises(Refused, match="wie dit vertelde"):
            write(aksoy, aksoy.town.naima, aksoy.ela.id, Telling("", NOV))

    def test_of_somebody_outside_the_dossier_nothing_is_written(self, aksoy: Aksoy) -> None:
        with pytest.raises(Refused, match="hoort niet bij dit dossier"):
            write(aksoy, aksoy.town.naima, aksoy.dossier.id)

    def test_two_homes_have_two_names(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        words = StayWords(aksoy.ela.id, None, "Bij vader", Living.STAYS, NOV)
        with (
            recording("test"),
            acting(aksoy.naima, dossier=aksoy.dossier.id),
            pytest.raises(Refused, match="al een huis met deze naam"),
        ):
            add_stay(actor=aksoy.naima, dossier=aksoy.dossier.id, words=words, told=TOLD)


class TestWhoSees:
    def test_a_father_sees_himself_and_the_child_he_has_authority_over(self, aksoy: Aksoy) -> None:
        """Twin: who leads sees Ela and Elif there."""
        aksoy.two_homes()
        assert aksoy.homes(aksoy.town.naima)["bij moeder"] == {"Elif", "Deniz", "Ela"}
        assert aksoy.homes(aksoy.emre_account)["bij moeder"] == {"Deniz"}
        assert aksoy.homes(aksoy.emre_account)["bij vader"] == {"Emre", "Deniz"}

    def test_who_does_not_work_here_sees_nothing(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        assert aksoy.seen(aksoy.town.jorien) == ()

    def test_where_a_child_with_a_secret_address_lives_is_told_to_nobody_else(self, aksoy: Aksoy) -> None:
        """Neither by a told home nor by the register; the child stands there before it was shielded."""
        aksoy.two_homes()
        assert "Deniz" in aksoy.homes(aksoy.emre_account)["bij moeder"]
        hide(aksoy, aksoy.deniz.id)
        assert aksoy.homes(aksoy.emre_account) == {"bij vader": {"Emre"}, "register": {"Emre"}}
        assert aksoy.homes(aksoy.town.naima)["bij moeder"] == {"Elif", "Ela"}

    def test_where_somebody_with_a_secret_address_lives_is_not_written_either(self, aksoy: Aksoy) -> None:
        hide(aksoy, aksoy.deniz.id)
        with pytest.raises(Refused, match="afgeschermd"):
            write(aksoy, aksoy.town.naima, aksoy.deniz.id)

    def test_who_lives_under_ones_own_roof_is_no_news(self, aksoy: Aksoy) -> None:
        """Emre has no authority over Ela, and reads nothing of Elif's; where they live besides stays closed."""
        assert aksoy.homes(aksoy.emre_account)["register"] == {"Emre"}
        with speaking_as(DatabaseRole.IMPORT):
            roof = HouseholdMember.objects.get(subject=aksoy.emre).household
            for one in (aksoy.elif_, aksoy.ela):
                HouseholdMember.objects.create(household=roof, subject=one, started_on=MOVED)
        registered = [{one.name.split()[0] for one in home.members} for home in aksoy.seen(aksoy.emre_account)]
        assert registered == [{"Deniz"}, {"Emre", "Elif", "Ela"}]
        hide(aksoy, aksoy.elif_.id)
        assert {"Elif"} & set().union(*aksoy.homes(aksoy.emre_account).values()) == set()

    def test_an_open_address_hides_nobody(self, aksoy: Aksoy) -> None:
        hide(aksoy, aksoy.deniz.id, Level.CONTACT)
        with acting(aksoy.naima, dossier=aksoy.dossier.id):
            assert unplaced() == frozenset()


def hide(aksoy: Aksoy, subject: UUID, level: Level = Level.SHIELDED) -> None:
    with speaking_as(DatabaseRole.IMPORT):
        PersonAddress.objects.create(
            subject_id=subject, level=level, kind="full", street="Sluiskade", number="102", postcode="9998EH",
            place="Zeewaard", source="BRP",
        )  # fmt: skip


class TestPuttingRight:
    def test_another_name_is_that_of_the_whole_home(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        row = stays(aksoy)["Emre", "bij vader"]
        words = StayWords(row.subject_id, row.home, "bij papa", Living.LIVES, MOVED)
        with recording("test"), acting(aksoy.naima, dossier=aksoy.dossier.id):
            correct_stay(actor=aksoy.naima, stay=row, words=words, told=TOLD)
        assert aksoy.homes(aksoy.town.naima)["bij papa"] == {"Emre", "Deniz", "Ela"}

    def test_what_ended_is_seen_on_the_days_before(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        with recording("test"), acting(aksoy.naima, dossier=aksoy.dossier.id):
            end_stay(actor=aksoy.naima, stay=stays(aksoy)["Ela", "bij vader"], on=date(2026, 10, 1))
        assert "Ela" not in aksoy.homes(aksoy.town.naima)["bij vader"]
        assert "Ela" in aksoy.homes(aksoy.town.naima, date(2026, 9, 30))["bij vader"]

    def test_what_is_withdrawn_asks_why_and_is_gone(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        row = stays(aksoy)["Ela", "bij vader"]
        with recording("test"), acting(aksoy.naima, dossier=aksoy.dossier.id):
            with pytest.raises(Refused, match="waarom"):
                withdraw_stay(actor=aksoy.naima, stay=row, reason=" ")
            withdraw_stay(actor=aksoy.naima, stay=row, reason="Elif vergiste zich.")
        assert "Ela" not in aksoy.homes(aksoy.town.naima, date(2026, 9, 30))["bij vader"]


class TestMoving:
    def test_who_moves_leaves_where_they_lived_on_that_day(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        moving = Move([aksoy.ela.id], None, "pleeggezin Jansen", date(2026, 10, 1))
        with recording("test"), acting(aksoy.naima, dossier=aksoy.dossier.id):
            move(actor=aksoy.naima, dossier=aksoy.dossier.id, moving=moving, told=TOLD)
        now, before = aksoy.homes(aksoy.town.naima), aksoy.homes(aksoy.town.naima, date(2026, 9, 30))
        assert now["pleeggezin Jansen"] == {"Ela"}
        assert "Ela" not in now["bij moeder"] | now["bij vader"]
        assert before["bij vader"] == {"Emre", "Deniz", "Ela"}

    def test_a_separation_gives_the_children_two_homes(self, aksoy: Aksoy) -> None:
        """From one home that was told."""
        one = Move([aksoy.elif_.id, aksoy.emre.id, aksoy.deniz.id, aksoy.ela.id], None, "thuis", date(2020, 1, 1))
        parting = Parting(aksoy.emre.id, "thuis", "bij vader", [aksoy.deniz.id, aksoy.ela.id], MOVED)
        with recording("test"), acting(aksoy.naima, dossier=aksoy.dossier.id):
            move(actor=aksoy.naima, dossier=aksoy.dossier.id, moving=one, told=TOLD)
            part(actor=aksoy.naima, dossier=aksoy.dossier.id, parting=parting, told=TOLD)
        homes = aksoy.homes(aksoy.town.naima)
        assert (homes["thuis"], homes["bij vader"]) == ({"Elif", "Deniz", "Ela"}, {"Emre", "Deniz", "Ela"})
        assert aksoy.homes(aksoy.town.naima, date(2025, 1, 1))["thuis"] == {"Elif", "Emre", "Deniz", "Ela"}

    def test_a_home_of_the_register_becomes_a_told_one_for_who_stays(self, aksoy: Aksoy) -> None:
        parting = Parting(aksoy.elif_.id, "bij de kinderen", "bij moeder", [aksoy.deniz.id], NOV)
        with recording("test"), acting(aksoy.naima, dossier=aksoy.dossier.id):
            part(actor=aksoy.naima, dossier=aksoy.dossier.id, parting=parting, told=TOLD)
        homes = aksoy.homes(aksoy.town.naima)
        assert (homes["bij de kinderen"], homes["bij moeder"]) == ({"Deniz", "Ela"}, {"Elif", "Deniz"})

    def test_nobody_leaves_a_home_alone(self, aksoy: Aksoy) -> None:
        parting = Parting(aksoy.emre.id, "thuis", "elders", [], NOV)
        with (
            recording("test"),
            acting(aksoy.naima, dossier=aksoy.dossier.id),
            pytest.raises(Refused, match="niemand anders"),
        ):
            part(actor=aksoy.naima, dossier=aksoy.dossier.id, parting=parting, told=TOLD)
