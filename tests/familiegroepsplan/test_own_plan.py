"""Marloes and Stefan are offered to make their own plan, make it in their own way, and it becomes the plan."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from kring.ground.access import roles
from kring.ground.access.actor import acting
from kring.ground.agenda.models import Task, TaskState
from kring.ground.audit.trail import recording
from kring.ground.shared.verdict import Refused
from kring.practice.familiegroepsplan.models import Contribution, ContributionKind, Familiegroepsplan, OwnPlanState
from kring.practice.familiegroepsplan.queries import contribution_file, own_plan
from kring.practice.familiegroepsplan.rules.words import OfferWords, OwnWords
from kring.practice.familiegroepsplan.services import (
    bring,
    choose,
    correct_contribution,
    hand_in,
    judge,
    offer,
    talk_again,
    undo_contribution,
    undo_step,
    withdraw_contribution,
)
from kring.practice.leads.queries import dossier_head
from kring.practice.plans.models import Plan
from kring.practice.plans.services import take_over_own_plan
from tests.access.people import actor_of, give_role, make_family_account, make_subject
from tests.plans.family import Family, make_family
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db

ASKED = OfferWords(offered_on=date(2026, 10, 20), offered_by="Jorien Smit")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 20 + b"IEND\xaeB`\x82"
OMA = OwnWords(worries="De nachten", well="Zondag eten", steps="Oma helpt", given_by="oma Truus")


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def offered(family: Family, answer: str = "wanted", due_on: date | None = None) -> Familiegroepsplan:
    with family.acting("jorien") as jorien:
        words = replace(ASKED, answer=answer, due_on=due_on)
        return offer(actor=jorien, dossier=family.id, words=words)


def open_tasks(family: Family) -> list[tuple[str, date]]:
    with family.acting("jorien"):
        rows = Task.objects.filter(dossier_id=family.id, state=TaskState.OPEN).order_by("clock")
        return [(one.clock, one.due_on) for one in rows]


def test_the_family_answers_by_itself_with_the_help_it_wishes(family: Family) -> None:
    row = offered(family, "")
    with family.acting("marloes") as marloes:
        choose(actor=marloes, own_plan=row, wants=True)
        seen = own_plan(marloes, family.id)
    assert seen is not None
    assert (seen.state, seen.outcome) == (OwnPlanState.WANTED, "wanted")
    assert open_tasks(family) == [("familiegroepsplan", date(2026, 11, 29))], "four weeks, unless agreed otherwise"


def test_an_agreed_term_asks_how_it_goes_and_is_over_when_the_plan_is_in(family: Family) -> None:
    """BR-010."""
    row = offered(family, due_on=date(2026, 12, 5))
    assert open_tasks(family) == [("familiegroepsplan", date(2026, 12, 5))]
    with family.acting("jorien") as jorien:
        hand_in(actor=jorien, own_plan=row, received_on=date(2026, 10, 30))
    assert open_tasks(family) == []
    assert row.on_paper


def test_a_waiver_starts_the_six_weeks_and_a_change_of_mind_stops_them(family: Family) -> None:
    """BR-011."""
    row = offered(family, "not_wished")
    assert open_tasks(family) == [("plan_na_afzien", date(2026, 12, 13))]
    with family.acting("jorien") as jorien:
        offer(actor=jorien, dossier=family.id, words=OfferWords(ASKED.offered_on, answer="wanted"))
        assert Familiegroepsplan.objects.count() == 1, "one offer, another answer"
    assert [clock for clock, _due in open_tasks(family)] == ["familiegroepsplan"]
    assert row.state == OwnPlanState.WAIVED


def test_words_a_photo_and_a_meeting_come_in_and_the_family_has_begun(family: Family) -> None:
    row = offered(family)
    with family.acting("marloes") as marloes:
        bring(actor=marloes, own_plan=row, words=OMA)
        photo = bring(actor=marloes, own_plan=row, words=OwnWords(), content=PNG)
        held = OwnWords(steps="Oma kookt", held_on=date(2026, 10, 25))
        bring(actor=marloes, own_plan=row, words=held, kind=ContributionKind.MEETING)
        seen = own_plan(marloes, family.id)
        assert seen is not None
        assert seen.state == OwnPlanState.RUNNING
        assert {(one.words.worries, one.file_title) for one in seen.texts} == {
            ("De nachten", ""), ("", "afbeelding (PNG)"),
        }  # fmt: skip
        assert len(seen.meetings) == 1
        assert contribution_file(family.id, photo.id) == (PNG, "image/png", "png")


def test_what_was_brought_is_changed_and_taken_back_by_who_wrote_it(family: Family) -> None:
    row = offered(family)
    with family.acting("marloes", ago=timedelta(minutes=5)) as marloes:
        mine = bring(actor=marloes, own_plan=row, words=OMA)
    with family.acting("stefan") as stefan, pytest.raises(Refused, match="iemand anders"):
        withdraw_contribution(actor=stefan, contribution=mine)
    with family.acting("marloes") as marloes:
        correct_contribution(actor=marloes, contribution=mine, words=OwnWords(worries="De brieven"))
        assert Contribution.objects.get(id=mine.id).worries == "De brieven"
        undo_contribution(actor=marloes, contribution=mine)
        assert Contribution.objects.get(id=mine.id).worries == "De nachten"


def test_once_it_is_in_nothing_is_added_until_there_is_a_new_talk(family: Family) -> None:
    row = offered(family)
    with family.acting("marloes") as marloes:
        bring(actor=marloes, own_plan=row, words=OMA)
        hand_in(actor=marloes, own_plan=row)
        with pytest.raises(Refused, match="ingeleverd"):
            bring(actor=marloes, own_plan=row, words=OMA)
    with family.acting("jorien") as jorien:
        judge(actor=jorien, own_plan=row, judgement=OwnPlanState.REJECTED, words="Wie is er ’s nachts?")
        talk_again(actor=jorien, own_plan=row)
    assert open_tasks(family) == [("familiegroepsplan", date(2026, 11, 29))]
    with family.acting("marloes") as marloes:
        bring(actor=marloes, own_plan=row, words=OwnWords(steps="Oma slaapt hier op donderdag"))
        hand_in(actor=marloes, own_plan=row)
    with family.acting("jorien") as jorien:
        judge(actor=jorien, own_plan=row, judgement=OwnPlanState.ACCEPTED, words="")
        seen = own_plan(jorien, family.id)
    assert seen is not None
    assert seen.outcome == "ready"


def test_handing_in_is_taken_back_within_ten_minutes(family: Family) -> None:
    row = offered(family)
    with family.acting("marloes") as marloes:
        hand_in(actor=marloes, own_plan=row)
        undo_step(actor=marloes, own_plan=row)
    assert row.state == OwnPlanState.WANTED
    assert [clock for clock, _due in open_tasks(family)] == ["familiegroepsplan"]


def test_the_words_of_the_family_become_those_of_the_plan_once(family: Family) -> None:
    row = offered(family)
    with family.acting("marloes") as marloes:
        bring(actor=marloes, own_plan=row, words=OMA)
        hand_in(actor=marloes, own_plan=row)
    with family.acting("jorien") as jorien:
        with pytest.raises(Refused, match="nog geen plan"):
            take_over_own_plan(actor=jorien, dossier=family.id)
        judge(actor=jorien, own_plan=row, judgement=OwnPlanState.ACCEPTED, words="")
        take_over_own_plan(actor=jorien, dossier=family.id)
        take_over_own_plan(actor=jorien, dossier=family.id)
        plan = Plan.objects.get(dossier_id=family.id)
    assert (plan.strengths, plan.concerns) == ("Zondag eten", "De nachten")


def test_the_family_does_not_offer_or_judge_and_a_professional_without_the_lead_does_nothing(family: Family) -> None:
    row = offered(family)
    with family.acting("marloes") as marloes:
        with pytest.raises(Refused, match="biedt een familiegroepsplan aan"):
            offer(actor=marloes, dossier=family.id, words=ASKED)
        with pytest.raises(Refused, match="zegt of het plan zo kan"):
            judge(actor=marloes, own_plan=row, judgement=OwnPlanState.ACCEPTED, words="")
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL)
    with family.acting("henk") as henk, pytest.raises(Refused, match="Alleen het gezin zelf"):
        bring(actor=henk, own_plan=row, words=OMA)
    with family.acting("henk") as henk:
        assert own_plan(henk, family.id) is not None, "the twin: henk reads it"


def test_a_child_brings_words_and_leaves_the_handing_in_to_others(family: Family) -> None:
    finn = make_family_account(family.town, family.subjects["Finn"], "Finn de Wit")
    give_role(family.town, family.dossier, finn, roles.YOUNG)
    row = offered(family)
    actor = actor_of(finn.id, family.town.at)
    with recording("test.deed"), acting(actor):
        assert bring(actor=actor, own_plan=row, words=OwnWords(well="Voetbal", given_by="Finn")).well == "Voetbal"
        with pytest.raises(Refused, match="levert het plan in"):
            hand_in(actor=actor, own_plan=row)
    assert row.state == OwnPlanState.WANTED, "the row itself is not a child's to move"


def test_a_parent_who_may_not_know_a_birth_date_still_has_the_page(family: Family, now: datetime) -> None:
    """Of a shielded child, or of one over whom this parent has no authority."""
    aunt = make_family_account(family.town, make_subject(family.town.municipality, "Tante Linda"), "Tante Linda")
    give_role(family.town, family.dossier, aunt, roles.ADULT)
    actor = actor_of(aunt.id, now)
    with recording("test"), acting(actor):
        head = dossier_head(actor, family.id)
    assert head is not None
    ages = {member.name: member.age for member in head.members}
    assert (ages["Finn"], head.has_children) == (None, True)
    assert signed_in(aunt.id).get(reverse("familiegroepsplan", args=[family.id])).status == 200
