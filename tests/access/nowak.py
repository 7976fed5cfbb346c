"""The family Nowak, part of which nobody may find: the world of the tests about shields."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Account, Dossier, Subject
from kring.ground.access.services import assign_role, shield
from kring.ground.audit.trail import recording
from kring.ground.shared.levels import Level
from kring.practice.households.search import find_own
from tests.access.people import Town, actor_of, give_role, make_dossier, make_subject, make_town

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


def make_nowak(now: datetime) -> Nowak:
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
