"""What Marloes keeps to herself in the plan is not told to Stefan when he asks what is held about him."""

from datetime import datetime

import pytest

from kring.ground.access.actor import acting
from kring.ground.audit.trail import recording, write
from kring.ground.shared.database import DatabaseRole
from kring.oversight.rights.making import collect, whose
from kring.oversight.rights.making.machine import as_json
from kring.practice.plans.models import GoalState
from kring.practice.plans.services import keep_draft, move_goal
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family
from tests.plans.test_own_goals import make_own_goal

pytestmark = pytest.mark.django_db


def packed(family: Family, name: str) -> str:
    """What this member gets who asks about the own person."""
    account = {"marloes": family.marloes, "stefan": family.stefan}[name]
    assert account.subject_id is not None
    with speaking_as(DatabaseRole.RIGHTS):
        person = whose(account.subject_id, account.id, by_self=True, at=family.town.at)
        return as_json(collect(person, about=account.display_name, at=family.town.at)).decode()


def test_why_a_goal_of_one_person_ended_stands_in_nobody_elses_log(now: datetime) -> None:
    family = make_family(now)
    goal = make_own_goal(family, now)
    with recording("test.deed") as trail, acting(family.actor("jorien")):
        move_goal(actor=family.actor("jorien"), goal=goal, state=GoalState.DROPPED, reason="Ze praat met de huisarts.")
        write(trail)
    assert ["huisarts" in packed(family, name) for name in ("marloes", "stefan")] == [True, False]


def test_what_somebody_types_at_the_table_is_the_writers_alone(now: datetime) -> None:
    family = make_family(now)
    with family.acting("marloes") as marloes:
        keep_draft(actor=marloes, dossier=family.id, place="doel", fields={"own_words": "Over vroeger praten."})
    assert ["Over vroeger" in packed(family, name) for name in ("marloes", "stefan")] == [True, False]
