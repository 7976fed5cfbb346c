"""Agnieszka Nowak and her son are shielded; Tomasz, who may not find them, is in the same dossier and is not."""

from datetime import datetime

import pytest

from kring.ground.access.actor import acting
from kring.ground.access.services import shield
from kring.ground.audit.trail import recording
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from tests.access.nowak import WHY, Nowak, make_nowak
from tests.access.people import make_subject

pytestmark = pytest.mark.django_db


@pytest.fixture
def nowak(now: datetime) -> Nowak:
    return make_nowak(now)


def test_the_dossier_and_the_named_people_are_shielded_and_nobody_else(nowak: Nowak) -> None:
    nowak.shield("jorien", Level.SHIELDED)
    assert nowak.levels() == (4, 4, 0)


def test_no_search_finds_the_shielded_even_for_who_leads(nowak: Nowak) -> None:
    assert nowak.found("Agnieszka") == nowak.found("Gezin Nowak") == ["Gezin Nowak"]
    nowak.shield("jorien", Level.SHIELDED)
    assert nowak.found("Agnieszka") == nowak.found("Gezin Nowak") == []
    assert nowak.found("Tomasz") == ["Gezin Nowak"]


@pytest.mark.parametrize(
    ("who", "raises", "lowers"),
    [
        ("jorien", True, False),
        ("naima", True, False),
        ("fatima", True, True),
        ("henk", False, False),
        ("mark", False, False),
        ("bram", False, False),
    ],
)
def test_who_raises_and_who_lowers_a_shield(nowak: Nowak, who: str, raises: bool, lowers: bool) -> None:
    for level, may in ((Level.PROTECTED, raises), (Level.CONTACT, lowers)):
        if may:
            nowak.shield(who, level)
        else:
            with pytest.raises(Refused, match="aandachtsfunctionaris"):
                nowak.shield(who, level)
            nowak.shield("fatima", Level.PROTECTED)


def test_it_takes_a_reason_that_the_log_keeps(nowak: Nowak) -> None:
    with pytest.raises(Refused, match="Schrijf op waarom"):
        nowak.shield("jorien", Level.SHIELDED, " ")
    jorien = nowak.actor("jorien")
    with recording("test") as trail, acting(jorien):
        shield(actor=jorien, dossier=nowak.dossier, people=nowak.secret, level=Level.SHIELDED, ground=WHY)
    [entry] = trail.entries.values()
    assert (entry.what, entry.event, entry.ground) == ("access.dossier_shielded", "rights", WHY)
    assert entry.subjects == set(nowak.secret)


def test_nobody_outside_the_dossier_is_shielded_through_it(nowak: Nowak) -> None:
    stranger = make_subject(nowak.town.municipality, "Marloes Bakker")
    jorien = nowak.actor("jorien")
    with recording("test"), acting(jorien), pytest.raises(Refused, match="hoort niet bij dit dossier"):
        shield(actor=jorien, dossier=nowak.dossier, people=[stranger.id], level=Level.SHIELDED, ground=WHY)
