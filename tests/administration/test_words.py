"""The words that people choose from: Bram changes the list of Zeewaard on the page, and the form of a plan follows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypedDict
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account
from kring.ground.audit.models import LogLine
from kring.ground.audit.trail import recording
from kring.ground.configuration.models import Word
from kring.ground.configuration.queries.words import choices
from kring.ground.configuration.rules import LISTS, WordList, declare_list
from kring.ground.configuration.services import add_word, change_word, offer_again, retire_word
from kring.ground.organisations.models import Organisation
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.leads.rules import Problem
from kring.practice.plans.models import Goal, PlanVersion
from kring.practice.plans.queries import working_plan
from kring.practice.plans.rules.lists import LIFE_AREAS, NO_INFORMAL_REASONS
from kring.practice.plans.rules.words import goal_problems
from kring.practice.plans.services import add_action, edit_goal
from tests.access.people import Town, actor_of, make_town
from tests.administration.test_organisations import give
from tests.conftest import speaking_as
from tests.plans.family import COACH, GOAL, lay_down, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def bram(town: Town) -> Visitor:
    return signed_in(town.bram.id)


class Where(TypedDict):
    words: WordList
    organisation: UUID
    code: str


@contextmanager
def as_account(account: Account, at: datetime) -> Iterator[Actor]:
    actor = actor_of(account.id, at)
    with recording("test"), acting(actor):
        yield actor


def place(town: Organisation, code: str = "", *, name: str = "word_list", words: str = LIFE_AREAS.code) -> str:
    return reverse(name, args=[town.id, words, code] if code else [town.id, words])


def offered(town: Town, at: datetime, *, keep: str = "") -> list[str]:
    with as_account(town.bram, at):
        return [label for _code, label in choices(LIFE_AREAS, town.municipality.id, at, keep=keep)]


def renamed(bram: Visitor, town: Organisation, code: str, label: str, **other: str) -> Page:
    page = bram.get(place(town, code, name="word_change"))
    return bram.press(page, "Bewaar", {"label": label} | other)


def test_the_start_set_comes_with_the_installation(town: Town, now: datetime) -> None:
    assert offered(town, now) == [word.label for word in LIFE_AREAS.start]
    with as_account(town.bram, now):
        assert not Word.objects.exists()


def test_a_list_is_declared_once() -> None:
    with pytest.raises(ValueError, match="al opgegeven"):
        declare_list(LIFE_AREAS)


@pytest.mark.parametrize("words", LISTS.values(), ids=lambda words: words.code)
def test_a_start_set_says_each_word_once(words: WordList) -> None:
    assert words.meaning.endswith(".")
    assert len({word.code for word in words.start}) == len({word.label for word in words.start}) == len(words.start)


def test_a_word_that_bram_adds_can_be_chosen_for_a_goal(now: datetime) -> None:
    family = make_family(now)
    zeewaard = family.town.municipality
    jorien = signed_in(family.town.jorien.id)
    form = reverse("goal_add", args=[family.id])
    assert "Verhuizen" not in jorien.get(form).text
    bram = signed_in(family.town.bram.id)
    page = bram.press(bram.get(place(zeewaard, name="word_new")), "Voeg toe", {"label": "Verhuizen"})
    assert "Het woord staat in de lijst." in page.text
    answers = {
        "own_words": "Dichter bij oma wonen",
        "speaker": "Marloes",
        "life_area": "verhuizen",
        "area_reason": "Nu eerst dit",
    }
    page = jorien.press(jorien.get(form), "Doel opslaan", answers)
    assert "Verhuizen" in page.text


def test_another_name_reads_everywhere_but_in_the_version_of_before(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    with family.acting("jorien") as jorien:
        goal = working_plan(jorien, family.id).goals[0]
        add_action(actor=jorien, goal=Goal.objects.get(id=goal.id), words=COACH)
    version = lay_down(family)
    bram = signed_in(family.town.bram.id)
    renamed(bram, family.town.municipality, "money", "Geld en schulden")
    bram.press(
        bram.get(place(family.town.municipality, "expertise", name="word_change", words=NO_INFORMAL_REASONS.code)),
        "Bewaar",
        {"label": "alleen een vakmens kan dit"},
    )
    with family.acting("jorien") as jorien:
        goal = working_plan(jorien, family.id).goals[0]
        assert (goal.area, goal.life_area) == ("Geld en schulden", "money")
        assert goal.actions[0].informal_answer == "nee, want alleen een vakmens kan dit"
        kept = PlanVersion.objects.get(id=version.id).content["goals"][0]
    assert (kept["area"], kept["actions"][0]["informal_reason"]) == ("geld", "de vraag vraagt vakkennis")
    marloes = signed_in(family.marloes.id)
    assert "· Geld" in marloes.get(reverse("plan_version", args=[family.id, version.number])).text
    assert "Geld en schulden" in marloes.get(reverse("goal", args=[family.id, goal.id])).text


def test_a_word_that_is_no_longer_offered_stays_where_it_stands(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    bram = signed_in(family.town.bram.id)
    page = bram.get(place(family.town.municipality, "money", name="word_retire"))
    page = bram.press(page, "Haal uit de keuzelijst", {"ground": "valt onder werk"})
    assert "niet meer te kiezen" in page.text
    assert "geld" not in offered(family.town, now)
    assert "geld" in offered(family.town, now, keep="money")
    with family.acting("jorien") as jorien:
        edit_goal(actor=jorien, goal=goal, words=replace(GOAL, speaker="Stefan"))
        assert working_plan(jorien, family.id).goals[0].area == "geld"
    answers = {"own_words": "Rust", "speaker": "Marloes", "life_area": "money", "area_reason": "Nu eerst dit"}
    jorien_at = signed_in(family.town.jorien.id)
    page = jorien_at.press(jorien_at.get(reverse("goal_add", args=[family.id])), "Doel opslaan", answers)
    assert page.status == 422


def test_a_word_goes_on_the_day_that_was_chosen(town: Town, now: datetime) -> None:
    with as_account(town.bram, now) as bram:
        retire_word(
            actor=bram, words=LIFE_AREAS, organisation=town.municipality.id, code="meaning", on=date(2026, 11, 10),
            reason="te weinig gebruikt",
        )  # fmt: skip
    label = "geloof, cultuur en zingeving"
    assert label in offered(town, now + timedelta(days=8))
    assert label not in offered(town, now + timedelta(days=9))


def test_another_name_does_not_undo_the_day_on_which_a_word_goes(town: Town, now: datetime) -> None:
    common = Where(words=LIFE_AREAS, organisation=town.municipality.id, code="meaning")
    with as_account(town.bram, now) as bram:
        retire_word(actor=bram, on=date(2026, 11, 10), reason="te weinig gebruikt", **common)
    with as_account(town.bram, now + timedelta(days=1)) as bram:
        change_word(actor=bram, label="zingeving", place=11, **common)
    assert offered(town, now + timedelta(days=2))[-1] == "zingeving"
    assert "zingeving" not in offered(town, now + timedelta(days=12))
    assert offered(town, now + timedelta(days=12), keep="meaning")[-1] == "zingeving"
    with as_account(town.bram, now + timedelta(days=3)) as bram:
        offer_again(actor=bram, **common)
    assert "zingeving" in offered(town, now + timedelta(days=12))


def test_a_word_can_be_chosen_again(town: Town, bram: Visitor, now: datetime) -> None:
    page = bram.get(place(town.municipality, "leisure", name="word_retire"))
    page = bram.press(page, "Haal uit de keuzelijst", {"ground": "proef"})
    assert "Weer gebruiken" in page.text
    bram.press(bram.get(place(town.municipality, "leisure", name="word_again")), "Zet terug in de keuzelijst")
    assert offered(town, now)[-1] == "vrije tijd"


def test_words_are_put_in_order(town: Town, bram: Visitor, now: datetime) -> None:
    renamed(bram, town.municipality, "money", "geld", place="1")
    assert offered(town, now)[:3] == ["geld", "veilig opgroeien en veiligheid", "thuis en opvoeden"]
    assert offered(town, now)[5:] == [word.label for word in LIFE_AREAS.start[5:]]


@pytest.mark.parametrize("label", ["Wonen", "  ", "werk en dagbesteding"])
def test_a_list_has_no_word_twice_and_none_without_letters(label: str, town: Town, bram: Visitor) -> None:
    assert renamed(bram, town.municipality, "money", label).status == 422


def test_the_last_word_of_a_list_stays(town: Town, now: datetime) -> None:
    with as_account(town.bram, now) as bram:
        for word in NO_INFORMAL_REASONS.start[1:]:
            retire_word(
                actor=bram, words=NO_INFORMAL_REASONS, organisation=town.municipality.id, code=word.code,
                on=bram.today, reason="proef",
            )  # fmt: skip
        with pytest.raises(Refused, match="laatste woord"):
            retire_word(
                actor=bram, words=NO_INFORMAL_REASONS, organisation=town.municipality.id,
                code=NO_INFORMAL_REASONS.start[0].code, on=bram.today, reason="proef",
            )  # fmt: skip


def test_the_history_is_the_table_and_the_log_says_why(town: Town, bram: Visitor) -> None:
    renamed(bram, town.municipality, "money", "Geld en post", reason="zo zeggen gezinnen het")
    page = bram.get(place(town.municipality, "money", name="word"))
    assert "Bram Kok · zo zeggen gezinnen het" in page.text
    assert "Zoals het met Kring kwam geld" in page.text
    with speaking_as(DatabaseRole.OWNER):
        line = LogLine.objects.get(what="configuration.word_changed")
    assert line.ground == "leefgebieden: Geld en post. zo zeggen gezinnen het"


def test_the_words_of_a_municipality_are_its_own(town: Town, now: datetime) -> None:
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    fatima = signed_in(town.fatima.id)
    assert fatima.get(place(town.municipality)).status == 403
    assert fatima.get(place(town.provider)).status == 404
    with as_account(town.fatima, now) as actor, pytest.raises(Refused):
        add_word(actor=actor, words=LIFE_AREAS, organisation=town.municipality.id, label="x")


def test_the_database_refuses_the_words_of_another(town: Town, now: datetime) -> None:
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    row = {"list": "leefgebieden", "code": "x", "label": "x", "place": 1, "started_at": now, "written_by_name": "F"}
    with as_account(town.bram, now):
        Word(organisation=town.municipality, written_by=town.bram.id, **row).save(force_insert=True)
    with as_account(town.fatima, now):
        assert Word.objects.count() == 1
        assert Word.objects.update(ended_at=now) == 0
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Word(organisation=town.municipality, written_by=town.fatima.id, **row).save(force_insert=True)


def test_a_reason_that_is_not_in_the_list_is_refused() -> None:
    assert goal_problems(replace(GOAL, life_area="verhuizen"), {"verhuizen"}) == ()
    assert goal_problems(GOAL, {"verhuizen"}) == (Problem("life_area", "Kies waar dit doel over gaat."),)


def test_the_lists_are_found_by_searching_and_say_where_they_are_used(town: Town, bram: Visitor) -> None:
    page = bram.get("/beheer/woorden/")
    assert "Leefgebieden Zeewaard 11" in page.text
    page = bram.press(page, "Zoek in de lijst", {"q": "informele"})
    assert "Leefgebieden" not in page.tree.xpath("//table")[0].text_content()
    assert "Niets gevonden" in bram.press(page, "Zoek in de lijst", {"q": "bestaat niet"}).text


def test_an_unknown_list_or_word_is_not_there(town: Town, bram: Visitor) -> None:
    assert bram.get(place(town.municipality, words="bestaat-niet")).status == 404
    assert bram.get(place(town.municipality, "bestaat-niet", name="word")).status == 404


@pytest.mark.parametrize(
    ("name", "code"),
    [("word_list", ""), ("word_new", ""), ("word", "money"), ("word_change", "money"), ("word_retire", "money")],
)
def test_a_page_about_words_costs_ten_statements_at_most(name: str, code: str, town: Town, bram: Visitor) -> None:
    with statements() as asked:
        assert bram.get(place(town.municipality, code, name=name)).status == 200
    assert len(asked) <= 10, asked.of_page
