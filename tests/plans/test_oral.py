"""Marloes and Jorien agree by word of mouth; then Stefan wants it on paper (BR-012)."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from kring.ground.agenda.models import Task, TaskState
from kring.ground.shared.verdict import Refused
from kring.practice.plans.models import Discussion
from kring.practice.plans.rules.lifecycle import Talk
from kring.practice.plans.services import ask_for_paper, discuss, withdraw_discussion
from tests.plans.family import Family, lay_down, make_family, make_plan
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db

TALK = Talk(date(2026, 10, 28), ("Marloes Bakker", "Stefan de Wit"))
ASKED = date(2026, 10, 30)


@pytest.fixture
def family(now: datetime) -> Family:
    made = make_family(now)
    make_plan(made)
    return made


def agreed(family: Family, *, is_oral: bool = True) -> Discussion:
    with family.acting("jorien") as jorien:
        return discuss(actor=jorien, dossier=family.id, talk=TALK, is_oral=is_oral)


def paper(family: Family, row: Discussion, who: str = "jorien", on: date = ASKED) -> None:
    with family.acting(who) as actor:
        ask_for_paper(actor=actor, discussion=row, by="Stefan de Wit", on=on)


def due(family: Family) -> list[date]:
    with family.acting("jorien"):
        rows = Task.objects.filter(dossier_id=family.id, clock="plan_op_papier", state=TaskState.OPEN)
        return [one.due_on for one in rows]


def test_who_asks_for_paper_has_it_within_fourteen_days(family: Family) -> None:
    row = agreed(family)
    assert due(family) == []
    paper(family, row)
    assert due(family) == [date(2026, 11, 13)]
    paper(family, row, on=date(2026, 10, 29))
    assert due(family) == [date(2026, 11, 12)], "put right"
    lay_down(family)
    assert due(family) == [], "the version is the paper"


def test_a_talk_that_was_not_so_takes_its_term_along(family: Family) -> None:
    row = agreed(family)
    paper(family, row)
    with family.acting("jorien") as jorien:
        withdraw_discussion(actor=jorien, discussion=row)
    assert due(family) == []


def test_what_is_on_paper_anyway_is_not_asked_for(family: Family) -> None:
    with pytest.raises(Refused, match="niet mondeling"):
        paper(family, agreed(family, is_oral=False))


def test_who_leads_writes_the_request_down(family: Family) -> None:
    with pytest.raises(Refused, match="regisseur"):
        paper(family, agreed(family), who="marloes")


def test_it_goes_by_the_pages(family: Family) -> None:
    jorien = signed_in(family.town.jorien.id)
    page = jorien.get(reverse("plan_discuss", args=[family.id]))
    jorien.press(page, "Opslaan", {"discussed_on": "28-10-2026", "present": "0", "is_oral": "on"})
    shown = jorien.get(reverse("plan_agree", args=[family.id])).text
    assert "Mondeling afgesproken." in shown
    with family.acting("jorien"):
        talk = Discussion.objects.get(dossier_id=family.id)
    form = jorien.get(reverse("plan_paper", args=[family.id, talk.id]))
    jorien.press(form, "Opslaan", {"asked_by": "Stefan de Wit", "asked_on": "30-10-2026"})
    shown = jorien.get(reverse("plan_agree", args=[family.id])).text
    assert "13 november 2026" in shown
