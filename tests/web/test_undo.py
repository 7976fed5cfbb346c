"""Ongedaan maken: by the button that comes with the message, on every list that has one."""

from datetime import datetime, timedelta

import pytest

from kring.ground.shared.undoing import UNDO_WITHIN
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import PersonContact
from kring.practice.plans.models import Action, ActionState
from kring.practice.plans.services import add_action, move_action, undo_action
from tests.plans.family import OMA, Family, make_family, make_plan
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db
UNDO = "Ongedaan maken"


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def oma(family: Family) -> Action:
    goal = make_plan(family)
    with family.acting("jorien", ago=timedelta(days=1)) as jorien:
        return add_action(actor=jorien, goal=goal, words=OMA)


def test_a_number_that_was_just_added(family: Family) -> None:
    visitor, place = signed_in(family.town.jorien.id), f"/dossier/{family.id}/personen/"
    page = visitor.get(f"{place}{family.subject('Finn')}/toevoegen/")
    page = visitor.press(page, "Opslaan", {"kind": "phone", "value": "06 1234 5678"})
    page = visitor.press(page, UNDO)
    assert "Het is ongedaan gemaakt." in page.text
    assert "06 1234 5678" not in page.text
    assert UNDO not in page.buttons()


def test_a_number_that_was_just_ended_is_there_again(family: Family) -> None:
    visitor, place = signed_in(family.town.jorien.id), f"/dossier/{family.id}/personen/"
    page = visitor.get(f"{place}{family.subject('Finn')}/toevoegen/")
    visitor.press(page, "Opslaan", {"kind": "phone", "value": "06 1234 5678"})
    with family.acting("jorien"):
        contact = PersonContact.objects.get()
    page = visitor.press(visitor.get(f"{place}bereikbaar/{contact.id}/"), "Dit klopt niet meer")
    assert "06 1234 5678" in visitor.press(page, UNDO).text


def test_an_action_that_was_ticked_off_by_mistake_is_as_it_was(family: Family, oma: Action) -> None:
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        move_action(actor=jorien, action=oma, state=ActionState.BUSY)
    visitor = signed_in(family.marloes.id)
    with family.acting("jorien"):
        Action.objects.filter(id=oma.id).update(doer_kind="family", doer_name="Marloes Bakker")
    page = visitor.press(visitor.get("/"), f"Gedaan: {oma.what}")
    visitor.press(page, UNDO)
    with family.acting("jorien"):
        oma.refresh_from_db()
    assert (oma.state, oma.closed_on) == (ActionState.BUSY, None)


def test_an_action_that_was_just_added_lapses(family: Family) -> None:
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        action = add_action(actor=jorien, goal=goal, words=OMA)
        undo_action(actor=jorien, action=action)
        action.refresh_from_db()
    assert (action.state, action.result) == (ActionState.CANCELLED, "ongedaan gemaakt")


@pytest.mark.parametrize(("name", "later"), [("naima", timedelta()), ("jorien", UNDO_WITHIN + timedelta(seconds=1))])
def test_not_what_another_did_and_not_after_ten_minutes(
    family: Family, oma: Action, name: str, later: timedelta
) -> None:
    with family.acting("jorien") as jorien:
        move_action(actor=jorien, action=oma, state=ActionState.DONE)
    with family.acting(name, ago=-later) as actor, pytest.raises(Refused):
        undo_action(actor=actor, action=oma)
