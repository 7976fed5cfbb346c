"""F01 De Wit-Bakker, letters and worrying: nine helpers, a grandmother near her limit, a volunteer on Thursdays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.parts import Law
from kring.ground.agenda.models import Task
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.care.queries.picture import care_picture
from kring.practice.course.services import tell_of_birthdays
from kring.practice.plans.models import DoerKind, Goal
from kring.practice.plans.rules.words import ActionWords
from kring.practice.plans.services import add_action
from tests.conftest import TODAY, speaking_as
from tests.families.stage import looking, subject_of

pytestmark = pytest.mark.usefixtures("demo")
KNOWN_A_YEAR = 32_200_00
"""In cents, and without the therapy (handbook §12)."""


def ask(name: str) -> None:
    with looking("jorien", "F01") as scene:
        goal = Goal.objects.get(dossier=scene.dossier, life_area="money")
        due = scene.actor.today + timedelta(weeks=2)
        add_action(actor=scene.actor, goal=goal, words=ActionWords("De post ordenen", DoerKind.NETWORK, name, due))


def test_oma_truus_has_reached_her_limit_and_is_asked_nothing_more() -> None:
    """BR-057."""
    with pytest.raises(Refused, match="grens"):
        ask("oma Truus")


def test_the_neighbour_has_room_and_can_be_asked() -> None:
    ask("buurvrouw Anja")


def test_the_therapy_is_hers_to_show_and_no_cost_of_the_municipality() -> None:
    with looking("F01a", "F01"):
        assert Provision.objects.get(law=Law.ZVW).subject_id == subject_of("F01a")
    with looking("jorien", "F01") as scene:
        assert not Provision.objects.filter(law=Law.ZVW).exists()
        assert care_picture(scene.actor, scene.dossier).stack.costs.per_year == KNOWN_A_YEAR


def test_finn_becomes_twelve_and_jorien_has_a_task_eight_weeks_before() -> None:
    """BR-025."""
    with speaking_as(DatabaseRole.JOBS):
        worker = replace(system_actor(TODAY), at=TODAY + timedelta(days=24))
        with recording("test"), acting(worker):
            tell_of_birthdays(actor=worker)
    with looking("jorien", "F01") as scene:
        task = Task.objects.get(dossier_id=scene.dossier, clock="wordt_12")
        assert (task.account_id, task.due_on) == (scene.actor.id, date(2027, 1, 20))
