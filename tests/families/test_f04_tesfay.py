"""F04 Tesfay, somebody to ask: Miriam from Eritrea, a friend, and a sister in Sweden on the phone each night."""

from dataclasses import replace
from datetime import date

import pytest

from kring.ground.agenda.models import Task
from kring.ground.shared.verdict import Refused
from kring.practice.circle.queries import circle_on
from kring.practice.leads.queries import dossier_head
from kring.practice.plans.models import Action, PlanVersion, VersionState
from kring.practice.plans.queries import state_now, version, working_plan
from kring.practice.plans.rules.summaries import SummaryWords
from kring.practice.plans.services import summarise
from tests.families.stage import looking

pytestmark = pytest.mark.usefixtures("demo")
IN_TIGRINYA = SummaryWords("Tigrinya", "ብሓባር ንሰርሕ።", "Tolk 4 van de tolkentelefoon", date(2026, 10, 12))


def test_who_lives_abroad_stands_in_the_circle_with_what_she_does() -> None:
    with looking("jorien", "F04") as scene:
        people = circle_on(scene.dossier, scene.actor.today).people
    sister = next(one for one in people if one.name == "zus in Zweden")
    assert sister.offers == "bellen elke avond"


def test_who_moved_away_stood_there_until_then() -> None:
    """Joost, the language buddy, moved away in the spring."""
    with looking("jorien", "F04") as scene:
        people = circle_on(scene.dossier, scene.actor.today).people
    assert "Joost D." not in {one.name for one in people}


def test_the_plan_in_tigrinya_is_of_a_named_interpreter() -> None:
    """Nobody reads a summary of which it is not known who put it so."""
    with looking("jorien", "F04") as scene:
        agreed = PlanVersion.objects.get(dossier=scene.dossier, number=1)
        with pytest.raises(Refused, match="tolk"):
            summarise(actor=scene.actor, version=agreed, words=replace(IN_TIGRINYA, interpreter=" "))
        summarise(actor=scene.actor, version=agreed, words=IN_TIGRINYA)
        read = version(scene.dossier, 1)
    assert read is not None
    assert ("Tigrinya", "Tolk 4 van de tolkentelefoon") in {(one.language, one.interpreter) for one in read.summaries}


def test_why_the_language_buddy_stopped_is_written_down_and_another_is_asked_for() -> None:
    with looking("jorien", "F04") as scene:
        stopped = Action.objects.get(dossier=scene.dossier, doer_name="Joost D.")
        asked = Task.objects.filter(dossier_id=scene.dossier, title__contains="nieuw taalmaatje")
        assert (stopped.state, stopped.result) == (
            "failed",
            "Joost is verhuisd; er wordt een nieuw taalmaatje gezocht.",
        )
        assert asked.exists()


def test_what_changed_since_the_version_was_talked_over_and_can_be_laid_down() -> None:
    with looking("jorien", "F04") as scene:
        head, plan = dossier_head(scene.actor, scene.dossier), working_plan(scene.actor, scene.dossier)
        assert head is not None
        assert state_now(head, plan, scene.actor.today) == VersionState.DISCUSSED
