"""Who acts in the story. Accounts have fixed ids, so that a story that goes on after a kill finds its people again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid5

from kring.demo.days import Days
from kring.demo.world import World
from kring.ground.access.actor import Actor, acting, roles_of, system_actor
from kring.ground.access.models import Account, AccountKind
from kring.ground.areas.queries import areas
from kring.ground.audit.trail import recording, write
from kring.ground.organisations.models import Organisation
from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole
from kring.practice.households.matching import subjects_by_bsn

DEMO = UUID("6b72696e-6700-4000-8000-64656d6f0000")
FOUNDED_ON = date(2025, 9, 1)


def account_id(key: str) -> UUID:
    """Of a member of staff (`jorien`) or of a family (`F01a`)."""
    return uuid5(DEMO, f"account/{key}")


@dataclass(slots=True)
class Cast:
    """The world, the moment at which it is loaded, and the people and organisations once they are there."""

    world: World
    now: datetime
    subjects: dict[str, UUID] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    areas: dict[str, UUID] = field(default_factory=dict)
    pseudonyms: dict[str, str] = field(default_factory=dict)
    _roles: dict[str, frozenset[tuple[str, UUID]]] = field(default_factory=dict)
    _accounts: dict[str, Account] = field(default_factory=dict)

    @property
    def days(self) -> Days:
        return self.world.days

    @contextmanager
    def installation(self, deed: str, at: datetime | None = None) -> Iterator[Actor]:
        """Kring itself acts, as at the first set-up."""
        actor = system_actor(at or self.days.moment(FOUNDED_ON))
        with recording(f"demo.{deed}") as trail, acting(actor):
            yield actor
            write(trail)

    @contextmanager
    def on(self, day: date, key: str, deed: str) -> Iterator[Actor]:
        """Somebody acts on a day of the story, as written: it moves with the demo."""
        at, account = self.days.moment(day), account_id(key)
        if key not in self._roles:
            with acting(Actor(account, AccountKind.ACCOUNT, at)):
                self._roles[key] = roles_of(account, at)
        actor = Actor(account, AccountKind.ACCOUNT, at, self._roles[key])
        with recording(f"demo.{deed}") as trail, acting(actor):
            yield actor
            write(trail)

    def account(self, key: str) -> Account:
        """As it sees itself: an account is always one's own to read."""
        if key not in self._accounts:
            with acting(Actor(account_id(key), AccountKind.ACCOUNT, self.now)):
                found = Account.objects.select_related("staff", "organisation").get(id=account_id(key))
            self._accounts[key] = found
        return self._accounts[key]

    def meet(self) -> None:
        """Look up the organisations by name and, as the import role, the people of the story. In no transaction."""
        if self.subjects:
            return
        with database.connected_as(DatabaseRole.IMPORT), acting(system_actor(self.now)):
            self.organisations = {row.name: row for row in Organisation.objects.order_by("name")}
            self.areas = {area.name: area.id for area in areas()}
            for town in self.world.towns:
                self.subjects |= self._subjects_in(town.code, self.organisations[town.name].id)

    def _subjects_in(self, code: str, organisation: UUID) -> dict[str, UUID]:
        named = [human for family in self.world.families for human in family.humans]
        named += [client.human for client in self.world.clients]
        refs: dict[str | None, str] = {human.bsn: human.ref for human in named if human.home.town_code == code}
        by_bsn = subjects_by_bsn(organisation, [bsn for bsn in refs if bsn])
        return {refs[bsn]: subject for bsn, subject in by_bsn.items()}
