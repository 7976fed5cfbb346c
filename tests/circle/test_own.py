"""What a family tells of itself: who writes it, who reads it, and how it is mended or taken away."""

from datetime import date, datetime

import pytest

from kring.ground.access import roles
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import Familiar, LifeEvent
from kring.practice.circle.queries.own import familiar, moments
from kring.practice.circle.rules.own import (
    About,
    FamiliarKind,
    FamiliarWords,
    MomentKind,
    MomentWords,
    ShownTo,
    When,
    can_tell_familiar,
    can_tell_moment,
    can_withdraw_own,
)
from kring.practice.circle.services import (
    correct_own,
    tell_own,
    undo_own,
    withdraw_own,
)
from tests.access.people import give_role
from tests.circle.round import add
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db

SOUP = FamiliarWords(FamiliarKind.FOOD, "Op zondag soep bij oma Truus.", "Finn")
MOVED = MomentWords(
    MomentKind.MOVE, When(date(2019, 6, 1), About.SEASON), "verhuisd naar de Noorderweg", "Marloes", "ruimte"
)
TODAY = date(2026, 11, 1)


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def tell(family: Family, told: FamiliarWords = SOUP, who: str = "marloes", of: str = "") -> Familiar | LifeEvent:
    with family.acting(who) as actor:
        subject = family.subject(of) if of else None
        return tell_own(actor=actor, dossier=family.id, subject=subject, told=told)


def moment(family: Family, told: MomentWords = MOVED, who: str = "marloes") -> Familiar | LifeEvent:
    with family.acting(who) as actor:
        return tell_own(actor=actor, dossier=family.id, subject=None, told=told)


def read(family: Family, who: str) -> list[str]:
    with family.acting(who):
        return [line.words for line in familiar(family.id)] + [line.what for line in moments(family.id)]


@pytest.mark.parametrize("who", ["jorien", "naima", "marloes", "stefan"])
def test_the_family_and_who_leads_tell_and_read_it(family: Family, who: str) -> None:
    tell(family, who=who)
    moment(family, who=who)
    assert read(family, "jorien") == [SOUP.words, MOVED.what]


@pytest.mark.parametrize("who", ["mark", "henk", "fatima"])
def test_nobody_else_does(family: Family, who: str) -> None:
    """Twin: who leads reads the same rows."""
    with pytest.raises(Refused):
        tell(family, who=who)
    with pytest.raises(Refused):
        moment(family, who=who)
    tell(family)
    moment(family)
    assert read(family, who) == []
    assert len(read(family, "jorien")) == 2


def test_what_is_for_the_family_and_who_leads_is_not_read_by_a_professional_with_a_task(family: Family) -> None:
    """Twin: of what is for the whole circle it reads as much as its role gives."""
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL, laws=["jeugdwet"])
    tell(family)
    before = read(family, "henk")
    tell(family, FamiliarWords(FamiliarKind.PLACES, "De schuur van opa.", "Finn", ShownTo.KEEPERS))
    assert read(family, "henk") == before
    assert "De schuur van opa." in read(family, "jorien")


def test_what_one_parent_tells_for_herself_the_other_does_not_read(family: Family) -> None:
    """Twin: what she shows to the family he reads, and who leads reads both."""
    tell(family, FamiliarWords(FamiliarKind.PLACES, "Het bankje bij opa.", "Marloes", ShownTo.OWN), of="Marloes Bakker")
    tell(family, FamiliarWords(FamiliarKind.FOOD, "Erwtensoep.", "Marloes", ShownTo.KEEPERS), of="Marloes Bakker")
    assert read(family, "stefan") == ["Erwtensoep."]
    for who in ("marloes", "jorien"):
        assert set(read(family, who)) == {"Het bankje bij opa.", "Erwtensoep."}


def test_it_is_of_a_member_of_the_family_and_of_nobody_else(family: Family) -> None:
    """Of who stands round a family little is kept (BR-059)."""
    tell(family, of="Finn")
    oma = add(family).pk
    with family.acting("jorien") as jorien, pytest.raises(Refused):
        tell_own(actor=jorien, dossier=family.id, subject=oma, told=SOUP)


def test_a_correction_keeps_who_wrote_it_and_can_be_undone(family: Family) -> None:
    row = tell(family)
    better = FamiliarWords(FamiliarKind.FOOD, "Op zondag soep met balletjes.", "Finn")
    with family.acting("marloes") as marloes:
        correct_own(actor=marloes, row=row, subject=None, told=better)
    assert read(family, "jorien") == [better.words]
    with family.acting("marloes") as marloes:
        undo_own(actor=marloes, row=row)
    assert read(family, "jorien") == [SOUP.words]


def test_only_ones_own_last_deed_is_undone(family: Family) -> None:
    row = moment(family)
    with family.acting("jorien") as jorien, pytest.raises(Refused):
        undo_own(actor=jorien, row=row)
    with family.acting("marloes") as marloes:
        undo_own(actor=marloes, row=row)
    assert read(family, "jorien") == []


def test_a_moment_is_corrected_and_taken_away_with_a_reason(family: Family) -> None:
    row = moment(family)
    with family.acting("jorien") as jorien:
        told = MomentWords(MomentKind.MOVE, When(date(2019, 1, 1), About.YEAR), "verhuisd", "Marloes")
        correct_own(actor=jorien, row=row, subject=None, told=told)
        withdraw_own(actor=jorien, row=row, because="Marloes wil dit hier niet.")
    assert read(family, "jorien") == []
    with family.acting("jorien") as jorien:
        row.refresh_from_db()
        with pytest.raises(Refused):
            correct_own(actor=jorien, row=row, subject=None, told=MOVED)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (FamiliarWords(FamiliarKind.FOOD, " ", "Finn"), "Schrijf op wat er vertrouwd is."),
        (FamiliarWords(FamiliarKind.FOOD, "soep", " "), "Schrijf op wie dit vertelde."),
    ],
)
def test_what_is_familiar_has_words_and_somebody_who_told_it(told: FamiliarWords, said: str) -> None:
    assert str(can_tell_familiar(told).reason) == said


@pytest.mark.parametrize(
    ("on", "what", "by", "fits"),
    [
        (date(2019, 6, 1), "verhuisd", "Marloes", True),
        (date(2019, 6, 1), " ", "Marloes", False),
        (date(2019, 6, 1), "verhuisd", "", False),
        (date(2026, 11, 2), "verhuisd", "Marloes", False),
        (date(1899, 12, 31), "verhuisd", "Marloes", False),
    ],
)
def test_a_moment_has_been_and_somebody_told_it(on: date, what: str, by: str, *, fits: bool) -> None:
    assert bool(can_tell_moment(MomentWords(MomentKind.MOVE, When(on), what, by), TODAY)) == fits


def test_away_only_once_and_with_a_reason() -> None:
    assert can_withdraw_own("dubbel", is_withdrawn=False)
    assert not can_withdraw_own(" ", is_withdrawn=False)
    assert not can_withdraw_own("dubbel", is_withdrawn=True)
