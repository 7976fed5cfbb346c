"""Jorien lays the plan down with everyone at the table: a version that nobody changes any more."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import translation

from kring.ground.access import roles
from kring.ground.access.services import represent
from kring.ground.agenda.models import Notice, NoticeKind, Task, TaskState
from kring.ground.shared.verdict import Refused
from kring.practice.familiegroepsplan.models import OwnPlanState
from kring.practice.familiegroepsplan.rules.words import OfferWords
from kring.practice.familiegroepsplan.services import hand_in, judge, offer
from kring.practice.leads.services import appoint
from kring.practice.plans.models import Action, Goal, PlanVersion, Position
from kring.practice.plans.queries import version, version_lines
from kring.practice.plans.rules.words import PlanWords
from kring.practice.plans.sentences import sentence
from kring.practice.plans.services import add_action, agree, edit_action, save_texts
from tests.access.people import give_role
from tests.plans.family import COACH, GOAL, OMA, TEXTS, lay_down, make_family, make_plan, opinions

pytestmark = pytest.mark.django_db


def test_a_version_holds_the_plan_as_it_was(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        add_action(actor=jorien, goal=goal, words=OMA)
    lay_down(family, stefan="partly", remark="Eerst de brieven.")
    with family.acting("stefan"):
        seen = version(family.id, 1)
    assert seen is not None
    assert (seen.is_intact, seen.is_last, seen.agreed_by) == (True, True, "Jorien Smit")
    assert [one["own_words"] for one in seen.content["goals"]] == [GOAL.own_words]
    assert [one["who"] for one in seen.content["goals"][0]["actions"]] == ["oma Truus"]
    assert [one["name"] for one in seen.content["members"]] == ["Stefan de Wit", "Marloes Bakker", "Finn", "Lotte"]
    assert ("Stefan de Wit", "partly", "Eerst de brieven.") in [
        (one["name"], one["position"], one["remark"]) for one in seen.content["positions"]
    ]


def test_nobody_changes_or_removes_a_version_or_a_position(now: datetime) -> None:
    """BR-019: not even who made it, in raw SQL."""
    family = make_family(now)
    make_plan(family)
    lay_down(family)
    with family.acting("jorien"), connection.cursor() as cursor:
        assert PlanVersion.objects.filter(dossier_id=family.id).count() == 1
        for statement in (
            "update plans_planversion set content = '{}'",
            "delete from plans_planversion",
            "update plans_position set position = 'agrees'",
            "delete from plans_position",
        ):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(statement)


def test_a_changed_content_no_longer_gives_its_hash(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    lay_down(family)
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("""update plans_planversion set content = jsonb_set(content, '{contact}', '"Iemand anders"')""")
        cursor.execute("set session authorization kring_app")
    with family.acting("jorien"):
        seen = version(family.id, 1)
    assert seen is not None
    assert not seen.is_intact


def test_what_is_missing_is_said_before_a_version_is_made(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    with family.acting("jorien") as jorien:
        save_texts(actor=jorien, dossier=family.id, words=replace(TEXTS, strengths=" "))
    with pytest.raises(Refused, match="wat er goed gaat"):
        lay_down(family)


def test_with_children_the_own_plan_of_the_family_comes_first(now: datetime) -> None:
    """BR-009: asked, answered yes, and then waited for."""
    family = make_family(now)
    make_plan(family)
    with family.acting("jorien") as jorien:
        own = offer(actor=jorien, dossier=family.id, words=OfferWords(date(2026, 10, 1), answer="wanted"))
    with pytest.raises(Refused, match="maakt eerst zelf een plan"):
        lay_down(family)
    with family.acting("jorien") as jorien:
        hand_in(actor=jorien, own_plan=own)
        judge(actor=jorien, own_plan=own, judgement=OwnPlanState.ACCEPTED, words="")
    assert lay_down(family).number == 1


def test_two_adults_without_children_are_asked_nothing_about_youth(now: datetime) -> None:
    family = make_family(now, children=False)
    with family.acting("jorien") as jorien:
        save_texts(actor=jorien, dossier=family.id, words=TEXTS)
    with pytest.raises(Refused, match="doel in eigen woorden"):
        lay_down(family)


def test_everyone_from_twelve_is_asked(now: datetime) -> None:
    """BR-020: Finn is 11 and Lotte 7; Stefan may not be passed over."""
    family = make_family(now)
    make_plan(family)
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="Niet iedereen van 12 jaar"):
        agree(actor=jorien, dossier=family.id, opinions=opinions(family)[:1])
    lay_down(family)
    with family.acting("jorien"):
        heard = Position.objects.filter(dossier_id=family.id).order_by("name").values_list("name", flat=True)
        assert list(heard) == ["Jorien Smit", "Marloes Bakker", "Stefan de Wit"]


@pytest.mark.parametrize("who", ["marloes", "henk", "fatima"])
def test_only_who_leads_lays_a_plan_down(now: datetime, who: str) -> None:
    """Jorien may, in every other test here."""
    family = make_family(now)
    make_plan(family)
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL)
    with family.acting(who) as actor, pytest.raises(Refused, match="regisseur of de achtervang"):
        agree(actor=actor, dossier=family.id, opinions=opinions(family))


def test_what_is_of_one_person_never_enters_a_version(now: datetime) -> None:
    """A version is read by all; Jorien sees more than Stefan does."""
    family = make_family(now)
    goal = make_plan(family)
    private = {"dossier": family.dossier, "subject_id": family.subject("Marloes Bakker")}
    with family.acting("jorien") as jorien:
        Goal.objects.create(**private, own_words="Over vroeger", speaker="Marloes", began_on=now.date())
        Action.objects.create(**private, goal=goal, what="Naar de ggz", doer_kind="family", doer_name="Marloes",
                              due_on=now.date())  # fmt: skip
        add_action(actor=jorien, goal=goal, words=OMA)
    lay_down(family)
    with family.acting("jorien"):
        assert Goal.objects.filter(dossier_id=family.id).count() == 2
        seen = version(family.id, 1)
    assert seen is not None
    assert "vroeger" not in str(seen.content)
    assert [action["what"] for action in seen.content["goals"][0]["actions"]] == [OMA.what]


def test_the_next_version_tells_what_changed(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien", ago=timedelta(days=1)) as jorien:
        action = add_action(actor=jorien, goal=goal, words=COACH)
    lay_down(family, ago=timedelta(days=1))
    with family.acting("jorien") as jorien:
        edit_action(actor=jorien, action=action, words=replace(OMA, what=COACH.what, due_on=COACH.due_on))
    lay_down(family)
    with family.acting("marloes"), translation.override("nl"):
        second, first = version_lines(family.id)
        assert [sentence(change) for change in second.changes] == [
            "“De brieven samen openen”: eerst deed Jorien Smit dit, nu oma Truus."
        ]
        earlier = version(family.id, 1)
    assert (first.number, first.changes) == (1, ())
    assert earlier is not None
    assert (earlier.is_last, earlier.content["goals"][0]["actions"][0]["who"]) == (False, "Jorien Smit")


def test_everyone_who_works_with_the_plan_hears_of_it(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    lay_down(family)
    for name, count in (("naima", 1), ("marloes", 1), ("jorien", 0), ("henk", 0)):
        with family.acting(name):
            assert Notice.objects.filter(kind=NoticeKind.PLAN_AGREED).count() == count, name


def test_the_day_to_look_back_becomes_a_task_and_closes_the_one_before(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    lay_down(family, ago=timedelta(days=1))
    with family.acting("jorien") as jorien:
        later = PlanWords(**{name: getattr(TEXTS, name) for name in ("strengths", "concerns", "dream", "contact")})
        save_texts(actor=jorien, dossier=family.id, words=replace(later, evaluation_on=date(2027, 5, 1)))
    lay_down(family)
    with family.acting("jorien"):
        tasks = Task.objects.filter(clock="evaluatie").order_by("due_on").values_list("due_on", "state")
        assert list(tasks) == [(date(2027, 2, 1), TaskState.DONE), (date(2027, 5, 1), TaskState.OPEN)]


def test_a_mother_who_is_regisseur_lays_the_plan_down_herself(now: datetime) -> None:
    """BR-032: with Naima behind her, and authority over her children; what Stefan thinks is printed for all."""
    family = make_family(now)
    make_plan(family)
    with family.acting("mark", ago=timedelta(hours=1)) as mark:
        for child in ("Finn", "Lotte"):
            represent(
                actor=mark,
                dossier=family.dossier,
                holder=family.subject("Marloes Bakker"),
                child=family.subject(child),
                until=None,
                source="gezagsregister",
            )
        appoint(
            actor=mark, dossier=family.dossier, lead=family.marloes, deputy=family.town.naima, chosen_by_family=True
        )
    with family.acting("marloes") as marloes:
        agree(actor=marloes, dossier=family.id, opinions=opinions(family, stefan="disagrees"))
    with family.acting("stefan"):
        heard = dict(Position.objects.filter(dossier_id=family.id).values_list("name", "position"))
    assert heard["Stefan de Wit"] == "disagrees"
