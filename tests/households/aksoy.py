"""Elif Aksoy and Emre Yıldız live apart; Deniz and Ela have two homes. Naima leads, Henk has a task.

In the register the children live with their mother only. Emre has authority over Deniz, and not over Ela.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account, Dossier, Subject
from kring.ground.access.services import represent
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.practice.households.models import (
    Authority,
    AuthorityKind,
    Household,
    HouseholdMember,
    PersonIdentity,
    Relation,
    RelationKind,
)
from kring.practice.households.queries import Home, homes_of
from kring.practice.households.rules.homes import Living
from kring.practice.households.services import StayWords, Telling, add_stay
from tests.access.people import Town, actor_of, give_role, make_dossier, make_family_account, make_subject, make_town
from tests.conftest import speaking_as

MOVED = date(2025, 8, 15)
TOLD = Telling("Elif Aksoy", date(2026, 10, 20))
BORN = {"elif": 1985, "emre": 1983, "deniz": 2014, "ela": 2017}


@dataclass(frozen=True, slots=True)
class Aksoy:
    """The family and who works with it; `emre_account` is the father's own."""

    town: Town
    dossier: Dossier
    elif_: Subject
    emre: Subject
    deniz: Subject
    ela: Subject
    emre_account: Account

    def actor(self, account: Account) -> Actor:
        return actor_of(account.id, self.town.at)

    @property
    def naima(self) -> Actor:
        return self.actor(self.town.naima)

    def homes(self, account: Account, at: date | None = None) -> dict[str, set[str]]:
        """What somebody sees of the homes: who by first name, under the name of the home or the word register."""
        return {
            home.label or "register": {one.name.split()[0] for one in home.members} for home in self.seen(account, at)
        }

    def seen(self, account: Account, at: date | None = None) -> tuple[Home, ...]:
        actor = self.actor(account)
        with recording("test"), acting(actor, dossier=self.dossier.id):
            return homes_of(actor, self.dossier.id, at or actor.today)

    def two_homes(self) -> None:
        """As Elif told it: the children with her, and half of the week with Emre."""
        first, second = uuid4(), uuid4()
        lines = [
            StayWords(self.elif_.id, first, "bij moeder", Living.LIVES, MOVED),
            StayWords(self.emre.id, second, "bij vader", Living.LIVES, MOVED),
            *(
                StayWords(child.id, home, label, Living.SHARES, MOVED, days=days)
                for child in (self.deniz, self.ela)
                for home, label, days in (
                    (first, "bij moeder", "zondag tot en met woensdag"),
                    (second, "bij vader", "woensdag tot en met zaterdag"),
                )
            ),
        ]
        with recording("test"), acting(self.naima, dossier=self.dossier.id):
            for words in lines:
                add_stay(actor=self.naima, dossier=self.dossier.id, words=words, told=TOLD)


def make_aksoy(now: datetime) -> Aksoy:
    town = make_town(now)
    names = {"elif": "Elif Aksoy", "emre": "Emre Yıldız", "deniz": "Deniz Yıldız", "ela": "Ela Yıldız"}
    people = {key: make_subject(town.municipality, name) for key, name in names.items()}
    _register(town, people)
    words = {"elif": "moeder", "emre": "vader", "deniz": "kind", "ela": "kind"}
    dossier = make_dossier(town, "Gezin Aksoy", [(people[key], role) for key, role in words.items()])
    give_role(town, dossier, town.naima, roles.REGISSEUR)
    give_role(town, dossier, town.henk, roles.TEAM_PROFESSIONAL)
    emre = make_family_account(town, people["emre"], "Emre Yıldız")
    give_role(town, dossier, emre, roles.ADULT)
    mark = actor_of(town.mark.id, now - timedelta(days=4))
    with recording("test"), acting(mark):
        represent(
            actor=mark, dossier=dossier, holder=people["emre"].id, child=people["deniz"].id, source="gezagsregister",
            until=now + timedelta(days=365),
        )  # fmt: skip
    return Aksoy(town, dossier, people["elif"], people["emre"], people["deniz"], people["ela"], emre)


def _register(town: Town, people: dict[str, Subject]) -> None:
    """One household of the mother and the children, one of the father; authority over Deniz is with both."""
    with speaking_as(DatabaseRole.IMPORT):
        for key, subject in people.items():
            PersonIdentity.objects.create(subject=subject, birth_year=BORN[key], birth_month=4, birth_day=4)
        for keys in (("elif", "deniz", "ela"), ("emre",)):
            house = Household.objects.create(controller=town.municipality)
            for key in keys:
                HouseholdMember.objects.create(household=house, subject=people[key], started_on=date(2019, 5, 1))
        for child in ("deniz", "ela"):
            for parent in ("elif", "emre"):
                Relation.objects.create(
                    subject=people[parent], other=people[child], kind=RelationKind.PARENT, source="BRP"
                )
        for parent in ("elif", "emre"):
            Authority.objects.create(
                subject=people["deniz"], holder=people[parent], kind=AuthorityKind.JOINT_PARENTS, source="BRP",
                checked_on=date(2026, 10, 1),
            )  # fmt: skip
