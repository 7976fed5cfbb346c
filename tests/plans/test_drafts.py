"""What Jorien types at the table is hers alone until it stands in the plan, and it does not stay for ever."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from kring.ground.shared.verdict import Refused
from kring.practice.plans.models import Draft
from kring.practice.plans.queries import on_table
from kring.practice.plans.rules.meeting import DRAFT_KEPT, prints
from kring.practice.plans.services import drop_draft, keep_draft
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db

BEGAN = prints({"strengths": ""})


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def types(family: Family, text: str, who: str = "jorien", *, ago: timedelta = timedelta(), since: str = BEGAN) -> None:
    with family.acting(who, ago=ago) as actor:
        keep_draft(actor=actor, dossier=family.id, place="goed", fields={"strengths": text}, since=since)


def reads(family: Family, who: str) -> list[str]:
    with family.acting(who) as actor:
        return [draft.fields["strengths"] for draft in on_table(actor, family.id).drafts.values()]


def test_the_writer_finds_it_back_and_nobody_else_does(family: Family) -> None:
    """Not Naima, who leads as well, and not Marloes, whose family it is."""
    types(family, "We eten elke dag sa")
    assert {who: reads(family, who) for who in ("jorien", "naima", "marloes", "mark")} == {
        "jorien": ["We eten elke dag sa"], "naima": [], "marloes": [], "mark": [],
    }  # fmt: skip


def test_the_database_itself_keeps_it_from_others(family: Family) -> None:
    types(family, "We eten elke dag sa")
    with family.acting("naima"):
        assert not Draft.objects.exists()
        assert Draft.objects.update(place="x") == 0
    with family.acting("jorien"):
        assert Draft.objects.count() == 1


def test_two_writers_each_have_their_own(family: Family) -> None:
    types(family, "We eten samen.")
    types(family, "Oma woont dichtbij.", "marloes")
    assert (reads(family, "jorien"), reads(family, "marloes")) == (["We eten samen."], ["Oma woont dichtbij."])


def test_typing_on_keeps_what_it_began_with(family: Family) -> None:
    """Otherwise what somebody else saved in between would be taken for what the writer had read."""
    types(family, "We eten")
    types(family, "We eten elke dag samen.", since=prints({"strengths": "van Naima"}))
    with family.acting("jorien") as jorien:
        [draft] = on_table(jorien, family.id).drafts.values()
    assert (draft.fields, draft.since) == ({"strengths": "We eten elke dag samen."}, BEGAN)


def test_what_stands_in_the_plan_or_is_not_wanted_goes(family: Family) -> None:
    types(family, "We eten samen.")
    with family.acting("jorien") as jorien:
        drop_draft(actor=jorien, dossier=family.id, place="goed")
    assert reads(family, "jorien") == []


def test_who_does_not_write_in_the_plan_keeps_no_draft(family: Family) -> None:
    with family.acting("henk") as henk, pytest.raises(Refused):
        keep_draft(actor=henk, dossier=family.id, place="goed", fields={"strengths": "x"})


def test_nobody_writes_in_the_name_of_another(family: Family) -> None:
    row = Draft(dossier_id=family.id, author_id=family.marloes.id, place="goed", fields={}, saved_at=family.town.at)
    with family.acting("jorien"), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        row.save(force_insert=True)


def test_there_is_one_draft_of_one_question(family: Family) -> None:
    types(family, "We eten samen.")
    row = Draft(dossier_id=family.id, author=family.town.jorien, place="goed", fields={}, saved_at=family.town.at)
    with family.acting("jorien"), pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.parametrize(("days", "left"), [(29, ["We eten samen."]), (30, [])])
def test_after_thirty_days_the_worker_takes_it_away(family: Family, days: int, left: list[str]) -> None:
    types(family, "We eten samen.", ago=timedelta(days=days))
    assert DRAFT_KEPT.default == 30
    with speaking_as(DatabaseRole.JOBS):
        JOBS["plans.drop_old_drafts"].run()
    assert reads(family, "jorien") == left
