"""The care picture of a dossier: per law and person, with its ground, and nothing that shows what is closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.draw import draw_timeline
from kring.ground.access import roles
from kring.ground.access.actor import acting
from kring.ground.access.models import Account, Dossier, SharingGround, Subject
from kring.ground.access.parts import Law
from kring.ground.access.services import Decision, NewMember, link_subject, represent, share
from kring.ground.audit.models import Event
from kring.ground.audit.trail import Trail, recording
from kring.ground.shared.verdict import Refused
from kring.practice.care.queries import SHEET_HEAD, CarePicture, care_picture, sheet_rows, sheet_text, timeline
from tests.access.people import give_role, make_dossier, make_family_account
from tests.studies.world import Desk, Given, Resident, give, make_bakkers, make_desk, make_person

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, slots=True)
class Family:
    """De Wit: Marloes and Noah, with Jorien as regisseur."""

    desk: Desk
    dossier: Dossier
    marloes: Subject
    noah: Subject

    def picture(self, account: Account, event: Event = Event.READ) -> CarePicture:
        return self.logged(account, event)[0]

    def logged(self, account: Account, event: Event = Event.READ) -> tuple[CarePicture, Trail]:
        actor = self.desk.actor(account)
        with recording("family.care") as trail, acting(actor, dossier=self.dossier.id):
            return care_picture(actor, self.dossier.id, event=event), trail

    def allow(self, subject: Subject, *laws: str) -> None:
        jorien = self.desk.actor(self.desk.town.jorien)
        decision = Decision(
            subject.id, laws, SharingGround.EXPLICIT_CONSENT, "één plan", "zonder zicht geen plan", "nee"
        )
        with recording("test"), acting(jorien):
            share(actor=jorien, dossier=self.dossier.id, decision=decision)


@pytest.fixture
def family() -> Family:
    desk = make_desk()
    _home, (marloes, noah) = make_bakkers(desk)
    dossier = make_dossier(desk.town, "Gezin De Wit", [(marloes, "moeder"), (noah, "kind")])
    give_role(desk.town, dossier, desk.town.jorien, roles.REGISSEUR)
    return Family(desk, dossier, marloes, noah)


def laws(picture: CarePicture) -> list[tuple[str, str]]:
    return [(row.person, row.law) for row in picture.rows]


def test_without_the_familys_answer_the_regisseur_sees_no_law(family: Family) -> None:
    picture = family.picture(family.desk.town.jorien)
    assert laws(picture) == []
    assert picture.grounds == ()
    assert not picture.shows_costs


def test_each_law_opens_with_its_own_answer_and_says_its_ground(family: Family) -> None:
    family.allow(family.marloes, "wmo")
    family.allow(family.noah, "jeugdwet")
    picture = family.picture(family.desk.town.jorien)
    assert laws(picture) == [("Marloes de Wit", "wmo"), ("Noah de Wit", "jeugdwet")]
    assert [(line.person, line.law, line.ground) for line in picture.grounds] == [
        ("Marloes de Wit", "wmo", "uitdrukkelijke toestemming (Wmo 5.1.1 lid 4)"),
        ("Noah de Wit", "jeugdwet", "uitdrukkelijke toestemming (Wmo 5.1.1 lid 4)"),
    ]


def test_an_open_law_without_help_looks_like_a_closed_law_with_help(family: Family) -> None:
    """Noah's Wmo is open and empty; Marloes' schuldhulp is closed and full. Neither has a row."""
    family.allow(family.noah, "wmo")
    assert laws(family.picture(family.desk.town.jorien)) == []


def test_unknown_costs_are_counted_and_what_the_family_told_stays_out(family: Family) -> None:
    family.allow(family.marloes, *Law)
    family.allow(family.noah, *Law)
    picture = family.picture(family.desk.town.jorien)
    assert picture.stack.laws == ("jeugdwet", "schuldhulp", "wmo", "zvw")
    assert (picture.stack.costs.per_year, picture.stack.costs.unknown) == (600000, 1)
    assert [row.told_by_family for row in picture.rows] == [False, False, True, False]


def test_a_professional_with_a_task_sees_the_own_law_with_what_it_costs(family: Family) -> None:
    henk = family.desk.town.henk
    give_role(family.desk.town, family.dossier, henk, roles.TEAM_PROFESSIONAL, laws=["wmo"])
    picture = family.picture(henk)
    assert laws(picture) == [("Marloes de Wit", "wmo")]
    assert picture.grounds[0].ground == "eigen taak"
    assert picture.shows_costs
    assert all(row.cost is not None for row in picture.rows)


def test_a_mother_sees_her_own_help_and_her_sons_and_no_costs(family: Family) -> None:
    account = make_family_account(family.desk.town, family.marloes, "Marloes de Wit")
    give_role(family.desk.town, family.dossier, account, roles.ADULT)
    mark = family.desk.actor(family.desk.town.mark)
    assert laws(family.picture(account)) == [("Marloes de Wit", law) for law in ("wmo", "zvw", "schuldhulp")]
    with recording("test"), acting(mark):
        represent(
            actor=mark, dossier=family.dossier, holder=family.marloes.id, child=family.noah.id, until=None, source="BRP"
        )
    picture = family.picture(account)
    assert ("Noah de Wit", "jeugdwet") in laws(picture)
    assert not picture.shows_costs


def test_who_does_not_work_on_the_dossier_is_refused(family: Family) -> None:
    for account in (family.desk.town.henk, family.desk.town.fatima):
        with pytest.raises(Refused):
            family.picture(account)


def test_what_was_read_is_logged_with_its_parts_and_persons(family: Family) -> None:
    family.allow(family.noah, "jeugdwet")
    _picture, trail = family.logged(family.desk.town.jorien, Event.EXPORT)
    [entry] = trail.entries.values()
    assert (entry.event, entry.dossier, entry.parts) == (
        Event.EXPORT,
        family.dossier.id,
        {"provision", "provision_cost"},
    )
    assert entry.subjects == {family.noah.id}


def test_double_products_and_silences_are_marked(family: Family) -> None:
    give(
        family.noah,
        Given("jeugdwet", "ambulante jeugdhulp", "Praktijk Stap", since=date(2026, 3, 1), until=date(2026, 5, 31)),
        Given("wmo", "vervoer", since=date(2025, 1, 1), until=date(2025, 3, 31)),
        Given("wmo", "vervoer", since=date(2025, 9, 1)),
    )
    family.allow(family.noah, "jeugdwet", "wmo")
    picture = family.picture(family.desk.town.jorien)
    [twice], [silence] = picture.twice, picture.silences
    assert (twice.product, twice.since, twice.until) == ("ambulante jeugdhulp", date(2026, 3, 1), date(2026, 5, 31))
    assert (silence.law, silence.since, silence.until) == ("wmo", date(2025, 4, 1), date(2025, 8, 31))


def test_the_timeline_draws_every_open_provision(family: Family) -> None:
    family.allow(family.marloes, *Law)
    picture = family.picture(family.desk.town.jorien)
    drawn = draw_timeline(timeline(picture))
    assert len(drawn.rows) == len(picture.rows) == 3
    assert "ggz (volgens het gezin)" in {row.cells[1] for row in drawn.rows}


def test_the_sheet_says_what_the_page_says(family: Family) -> None:
    family.allow(family.marloes, "wmo")
    family.allow(family.noah, "jeugdwet")
    rows = sheet_rows(family.picture(family.desk.town.jorien))
    assert [row[8] for row in rows] == ["3400,00", ""]
    assert [row[10] for row in rows] == ["bekend", "onbekend"]
    head, first, *_rest = sheet_text(SHEET_HEAD, rows).splitlines()
    assert head.startswith("\ufeffPersoon;Wet;Voorziening")
    assert first.startswith("Marloes de Wit;Wmo;huishoudelijke hulp;Thuis Zuiver;Ans Kuiper;01-11-2024;;")


@pytest.mark.parametrize("cell", ["=1+1", "+31", "-1", "@x", "\tx"])
def test_no_cell_of_a_sheet_becomes_a_formula(cell: str) -> None:
    assert sheet_text(["a"], [[cell]]).splitlines()[1].strip('"').startswith("'")


def statements(family: Family, account: Account) -> int:
    actor = family.desk.actor(account)
    with CaptureQueriesContext(connection) as captured, recording("test"), acting(actor, dossier=family.dossier.id):
        before = len(captured)
        care_picture(actor, family.dossier.id)
    return len(captured) - before


def test_the_number_of_statements_does_not_grow_with_the_help(family: Family) -> None:
    counts = []
    for _round in range(3):
        more = [make_person(family.desk, Resident(f"Kind {number}", 2014)) for number in range(3)]
        for subject in more:
            give(subject, *[Given(law, helper="Karin Vos") for law in ("jeugdwet", "wmo", "leerplicht")])
        _link(family, more)
        for subject in more:
            family.allow(subject, *Law)
        counts.append(statements(family, family.desk.town.jorien))
    assert all(one == other for one, other in pairwise(counts))
    assert max(counts) <= 12


def _link(family: Family, subjects: Sequence[Subject]) -> None:
    mark = family.desk.actor(family.desk.town.mark)
    with recording("test"), acting(mark):
        for subject in subjects:
            link_subject(actor=mark, dossier=family.dossier, member=NewMember(subject.id, "kind"), ground="BRP")


def test_the_picture_of_another_dossier_stays_closed(family: Family) -> None:
    """A child in two dossiers: what is open in one is not open in the other."""
    other = make_dossier(family.desk.town, "Bij vader", [(family.noah, "kind")])
    give_role(family.desk.town, other, family.desk.town.naima, roles.REGISSEUR)
    family.allow(family.noah, "jeugdwet")
    naima = family.desk.actor(family.desk.town.naima)
    with recording("test"), acting(naima, dossier=other.id):
        assert care_picture(naima, other.id).rows == ()


def test_drawing_table_and_sheet_tell_the_same(family: Family) -> None:
    """Every help once in each: what, for whom, from whom, from when to when."""
    family.allow(family.marloes, *Law)
    family.allow(family.noah, *Law)
    picture = family.picture(family.desk.town.jorien)
    shown = {(row.title, row.person, row.provider, row.start, row.end) for row in picture.rows}
    drawn = {
        (bar.label, bar.who, bar.provider, bar.start, bar.end and bar.end - timedelta(days=1))
        for bar in timeline(picture).bars
    }
    sheet = {(cells[0], cells[2], cells[3], cells[5], cells[-1]) for cells in sheet_rows(picture)}
    assert shown == drawn
    assert sheet == {
        (row.person, row.product, row.provider, f"{row.start:%d-%m-%Y}", row.source) for row in picture.rows
    }
    cells = {row.cells[1:4] for row in draw_timeline(timeline(picture)).rows}
    assert cells == {(row.title, row.person, row.provider) for row in picture.rows}
