"""F08 Pinas, not about me without me: Jaylen of sixteen, and a family that makes its own plan first."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kring.ground.access.models import SharingDecision
from kring.ground.access.parts import Law
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.consents.queries.help import voices_of
from kring.practice.consents.services.help import Question, ask_consent
from kring.practice.familiegroepsplan.models import Familiegroepsplan, OwnPlanState
from kring.practice.familiegroepsplan.queries import newest
from kring.practice.familiegroepsplan.rules.words import OfferWords
from kring.practice.familiegroepsplan.services import hand_in, judge, offer
from kring.practice.leads.services import stop_sharing
from kring.practice.plans.models import Goal, PlanVersion
from kring.practice.plans.rules.agreeing import Opinion
from kring.practice.plans.rules.words import GoalWords
from kring.practice.plans.services import add_goal, agree, edit_goal
from tests.families.stage import looking, subject_of

pytestmark = pytest.mark.usefixtures("demo")
ALONE = GoalWords("Dat ik zelf kies wie er meekijkt.", "Jaylen Pinas", "school", area_reason="Jaylen begon erover.")


def lays_down() -> PlanVersion:
    """Jorien, with what Shirley and Jaylen think of it."""
    opinions = [
        Opinion("Shirley Pinas", "agrees", "", subject_of("F08a")),
        Opinion("Jaylen Pinas", "disagrees", "Eerst de boksschool.", subject_of("F08b")),
    ]
    with looking("jorien", "F08") as scene:
        return agree(actor=scene.actor, dossier=scene.dossier, opinions=opinions)


def own_plan_of(dossier: UUID) -> Familiegroepsplan:
    row = newest(dossier)
    assert row is not None
    return row


def test_no_plan_of_a_professional_while_the_family_makes_its_own() -> None:
    """BR-009."""
    with pytest.raises(Refused, match="Het gezin maakt eerst zelf een plan"):
        lays_down()


def test_once_the_family_handed_in_its_own_and_it_is_accepted_it_can_be_laid_down() -> None:
    """The family hands in itself; Jaylen's disagreement stands in the version (BR-020)."""
    with looking("F08a", "F08") as scene:
        hand_in(actor=scene.actor, own_plan=own_plan_of(scene.dossier))
    with looking("jorien", "F08") as scene:
        judge(actor=scene.actor, own_plan=own_plan_of(scene.dossier), judgement=OwnPlanState.ACCEPTED, words="")
    said = {one["name"]: one["remark"] for one in lays_down().content["positions"]}
    assert said["Jaylen Pinas"] == "Eerst de boksschool."


def test_or_once_it_waives_its_own() -> None:
    """Which parents may do without a reason (Jeugdwet 4.1.2)."""
    with looking("jorien", "F08") as scene:
        offer(actor=scene.actor, dossier=scene.dossier, words=OfferWords(date(2026, 9, 5), "Jorien Smit", "not_wished"))
    assert lays_down().number == 1


@pytest.mark.parametrize(("child", "asked"), [("F08b", {"Jaylen Pinas"}), ("F08c", {"Shirley Pinas"})])
def test_jaylen_agrees_with_help_alone_and_for_shanaya_of_ten_her_mother_does(child: str, asked: set[str]) -> None:
    """BR-080: from sixteen the young person, under twelve who has authority."""
    with looking("jorien", "F08") as scene:
        question = Question(subject_of(child), Law.JEUGDWET, "gesprekken bij Praktijk Stap", False)
        consent = ask_consent(actor=scene.actor, dossier=scene.dossier, question=question)
        assert {voice.name for voice in voices_of(consent)} == asked


def test_his_help_is_his_and_his_mother_reads_nothing_of_it() -> None:
    with looking("F08b", "F08"):
        assert Provision.objects.filter(law=Law.JEUGDWET).exists()
    with looking("F08a", "F08"):
        assert not Provision.objects.exists()


def test_he_alone_ends_what_jorien_reads_of_it() -> None:
    with looking("F08b", "F08") as scene:
        shared = SharingDecision.objects.get(subject=subject_of("F08b"), law=Law.JEUGDWET, withdrawn_at=None)
        stop_sharing(actor=scene.actor, decision=shared)
    with looking("jorien", "F08"):
        assert not Provision.objects.filter(law=Law.JEUGDWET).exists()


def test_a_goal_of_his_own_is_not_read_by_his_mother() -> None:
    """Who leads writes the plan with him, and reads it."""
    writes_alone("F08b")
    assert [reads_it(who) for who in ("F08b", "jorien", "F08a")] == [True, True, False]


def test_a_goal_for_shanaya_is_read_by_her_mother_and_not_by_her_brother() -> None:
    writes_alone("F08a", child="F08c")
    assert [reads_it(who) for who in ("F08a", "jorien", "F08b")] == [True, True, False]


def writes_alone(who: str, child: str = "F08b") -> None:
    with looking(who, "F08") as scene:
        add_goal(actor=scene.actor, dossier=scene.dossier, words=replace(ALONE, only_for=subject_of(child)))


def reads_it(who: str) -> bool:
    with looking(who, "F08"):
        return Goal.objects.filter(own_words=ALONE.own_words).exists()


def test_jaylen_alone_decides_what_his_mother_reads_of_his_own_goal() -> None:
    """From sixteen: he keeps it to himself and opens it again; Shirley cannot, and Jorien reads it either way."""
    with looking("F08b", "F08") as scene:
        goal = add_goal(actor=scene.actor, dossier=scene.dossier, words=ALONE)
    assert reads("F08a", goal)
    with looking("F08a", "F08") as scene, pytest.raises(Refused, match="alleen de regisseur"):
        edit_goal(actor=scene.actor, goal=goal, words=replace(ALONE, only_for=subject_of("F08a")))
    with looking("F08b", "F08") as scene:
        edit_goal(actor=scene.actor, goal=goal, words=replace(ALONE, only_for=subject_of("F08b")))
    assert (reads("F08a", goal), reads("F08b", goal), reads("jorien", goal)) == (False, True, True)
    with looking("F08b", "F08") as scene:
        edit_goal(actor=scene.actor, goal=Goal.objects.get(id=goal.id), words=ALONE)
    assert reads("F08a", goal)


def test_jaylen_does_not_hide_a_goal_of_his_mother_under_his_own_name() -> None:
    hers = replace(ALONE, speaker="Shirley Pinas")
    with looking("F08a", "F08") as scene:
        goal = add_goal(actor=scene.actor, dossier=scene.dossier, words=hers)
    with looking("F08b", "F08") as scene, pytest.raises(Refused, match="Een ander zei dit"):
        edit_goal(actor=scene.actor, goal=goal, words=ALONE)
    assert reads("F08a", goal)


def reads(key: str, goal: Goal) -> bool:
    with looking(key, "F08"):
        return Goal.objects.filter(id=goal.id).exists()
