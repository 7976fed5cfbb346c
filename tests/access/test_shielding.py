"""Agnieszka Nowak and her son are shielded; Tomasz, who may not find them, is in the same dossier and is not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Account, Dossier, Subject
from kring.ground.access.services import assign_role, shield
from kring.ground.audit.trail import recording
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.households.search import find_own
from tests.access.people import Town, actor_of, give_role, make_dossier, make_subject, make_town

pytestmark = pytest.mark.django_db

WHY = "Zij wonen veilig zolang niemand kan vinden waar."


@dataclass(frozen=True, slots=True)
class Nowak:
    """Jorien leads, Naima stands behind, Henk has a task; Fatima watches over safety for the municipality."""

    town: Town
    dossier: Dossier
    agnieszka: Subject
    tomasz: Subject
    kacper: Subject

    @property
    def secret(self) -> list[UUID]:
        return [self.agnieszka.id, self.kacper.id]

    def actor(self, name: str) -> Actor:
        account: Account = getattr(self.town, name)
        return actor_of(account.id, self.town.at)

    def shield(self, name: str, level: Level, ground: str = WHY) -> None:
        actor = self.actor(name)
        with recording("test"), acting(actor):
            shield(actor=actor, dossier=self.dossier, people=self.secret, level=level, ground=ground)

    def levels(self) -> tuple[int, int, int]:
        """Of the dossier, of Agnieszka and of Tomasz, as Jorien sees them."""
        with acting(self.actor("jorien")):
            dossier = Dossier.objects.get(id=self.dossier.id)
            people = dict(Subject.objects.values_list("id", "shield"))
        return dossier.shield, people[self.agnieszka.id], people[self.tomasz.id]

    def found(self, words: str) -> list[str]:
        with recording("test"), acting(self.actor("jorien")):
            return [one.label for one in find_own(words)]


@pytest.fixture
def nowak(now: datetime) -> Nowak:
    town = make_town(now)
    people = [make_subject(town.municipality, f"{name} Nowak") for name in ("Agnieszka", "Tomasz", "Kacper")]
    dossier = make_dossier(town, "Gezin Nowak", list(zip(people, ("moeder", "vader", "kind"), strict=True)))
    for account, role in (
        (town.jorien, roles.REGISSEUR),
        (town.naima, roles.DEPUTY),
        (town.henk, roles.TEAM_PROFESSIONAL),
    ):
        give_role(town, dossier, account, role)
    system = system_actor(now - timedelta(days=5))
    with recording("test"), acting(system):
        assign_role(
            actor=system,
            account=town.fatima.id,
            role=roles.SAFEGUARDING.code,
            organisation=town.municipality.id,
            ground="aanstelling",
        )
    return Nowak(town, dossier, *people)


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
