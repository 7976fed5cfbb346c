"""Help that a family tells of: it stands beside what was delivered, opens with its law, and is mended by who wrote."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from kring.ground.access import roles
from kring.ground.access.models import SharingGround
from kring.ground.access.parts import Law
from kring.ground.access.services import Decision, share
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import ToldHelp
from kring.practice.care.queries import CarePicture, care_picture, sheet_rows, timeline
from kring.practice.care.rules.told import HelpWords, can_tell_help
from kring.practice.care.services import correct_help, end_help, tell_help, undo_help, withdraw_help
from tests.access.people import give_role, make_dossier
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def words(family: Family, law: Law = Law.ZVW, of: str = "Marloes Bakker") -> HelpWords:
    return HelpWords(family.subject(of), law, "gesprekken bij de psycholoog", date(2026, 3, 1), "Marloes", "De Linde")


def tell(family: Family, who: str = "marloes", law: Law = Law.ZVW) -> ToldHelp:
    with family.acting(who) as actor:
        return tell_help(actor=actor, dossier=family.id, words=words(family, law))


def allow(family: Family, *laws: str) -> None:
    decision = Decision(
        family.subject("Marloes Bakker"), laws, SharingGround.EXPLICIT_CONSENT, "één plan", "zonder zicht geen plan",
        "nee",
    )  # fmt: skip
    with family.acting("jorien") as jorien:
        share(actor=jorien, dossier=family.id, decision=decision)


def seen(family: Family, who: str) -> CarePicture:
    with family.acting(who) as actor:
        return care_picture(actor, family.id)


def test_a_mother_tells_of_her_own_help_and_reads_who_told_it(family: Family) -> None:
    tell(family)
    [row] = seen(family, "marloes").rows
    assert (row.product, row.law, row.source, row.provider, row.may_change) == (
        "gesprekken bij de psycholoog",
        Law.ZVW,
        "verteld door Marloes",
        "De Linde",
        True,
    )


def test_it_opens_with_its_law_and_not_before(family: Family) -> None:
    tell(family)
    assert seen(family, "jorien").rows == ()
    allow(family, "zvw")
    assert [row.law for row in seen(family, "jorien").rows] == [Law.ZVW]


def test_who_may_not_see_a_law_writes_nothing_under_it(family: Family) -> None:
    """Twin: with an answer of the family it does."""
    with pytest.raises(Refused):
        tell(family, "jorien")
    allow(family, "zvw")
    tell(family, "jorien")
    with pytest.raises(Refused):
        tell(family, "jorien", Law.WMO)


@pytest.mark.parametrize("who", ["stefan", "henk", "fatima"])
def test_nobody_else_tells_of_her_help(family: Family, who: str) -> None:
    with pytest.raises(Refused):
        tell(family, who)


def test_the_database_takes_no_help_of_who_is_not_in_the_dossier(family: Family) -> None:
    """Twin: in the own dossier the same row is taken."""
    elsewhere = make_dossier(family.town, "Elders", [])
    row = tell(family)
    copy = {"subject_id": row.subject_id, "law": "zvw", "product": "x", "started_on": TODAY, "told_by": "Marloes"}
    with family.acting("marloes") as marloes:
        mine = {**copy, "written_by": marloes.id, "written_at": marloes.at}
        ToldHelp.objects.create(dossier_id=family.id, **mine)
        with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():
            ToldHelp.objects.create(dossier=elsewhere, **mine)


def test_it_is_put_right_ended_withdrawn_and_taken_back(family: Family) -> None:
    row = tell(family)
    with family.acting("marloes") as marloes:
        correct_help(actor=marloes, row=row, words=replace(words(family, Law.OTHER), product="gesprekken"))
    assert [(one.product, one.law) for one in seen(family, "marloes").rows] == [("gesprekken", Law.OTHER)]
    with family.acting("marloes") as marloes:
        row.refresh_from_db()
        end_help(actor=marloes, row=row, on=date(2026, 10, 1))
    assert [(one.end, one.runs) for one in seen(family, "marloes").rows] == [(date(2026, 9, 30), False)]
    with family.acting("marloes") as marloes:
        withdraw_help(actor=marloes, row=row, reason="dit was van mijn zus")
    assert seen(family, "marloes").rows == ()
    with family.acting("marloes") as marloes:
        undo_help(actor=marloes, row=row)
    assert len(seen(family, "marloes").rows) == 1


def test_only_ones_own_last_deed_is_undone(family: Family) -> None:
    allow(family, "zvw")
    row = tell(family)
    with family.acting("jorien") as jorien, pytest.raises(Refused):
        undo_help(actor=jorien, row=row)
    with family.acting("marloes") as marloes:
        undo_help(actor=marloes, row=row)
    assert seen(family, "marloes").rows == ()


def test_it_is_drawn_counted_and_in_the_sheet_with_its_source_and_without_costs(family: Family) -> None:
    tell(family)
    allow(family, "zvw")
    picture = seen(family, "jorien")
    assert [bar.label for bar in timeline(picture).bars] == ["gesprekken bij de psycholoog (volgens het gezin)"]
    assert picture.stack.laws == ("zvw",)
    assert (picture.stack.costs.per_year, picture.stack.costs.unknown) == (0, 0)
    [cells] = sheet_rows(picture)
    assert cells[-1] == "verteld door Marloes"


def test_a_professional_with_a_task_tells_under_the_own_law(family: Family) -> None:
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL, laws=["wmo"])
    tell(family, "henk", Law.WMO)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"product": " "}, "Schrijf op welke hulp er is."),
        ({"told_by": ""}, "Schrijf op wie dit vertelde."),
        ({"since": date(2026, 11, 2)}, "Deze hulp is nog niet begonnen."),
        ({"until": date(2026, 3, 1)}, "De dag waarop de hulp stopt ligt voor de eerste dag."),
    ],
)
def test_what_is_told_fits(family: Family, changed: dict[str, object], said: str) -> None:
    told = replace(words(family), **changed)  # type: ignore[arg-type]  # one field at a time, from a table
    assert str(can_tell_help(told, TODAY).reason).startswith(said)
