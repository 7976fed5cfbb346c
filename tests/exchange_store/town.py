"""Zeewaard before its first delivery: the data steward Ruben, the administrator Bram, and areas Noord and Haven."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from kring.exchange.models import DeliveryKind
from kring.exchange.registry import Incoming
from kring.exchange.services import Result, deliver
from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Account
from kring.ground.access.services import AccountDetails, assign_role, make_account
from kring.ground.areas.services import make_area
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation, Staff
from kring.ground.shared.database import DatabaseRole
from tests.access.people import Town, make_town
from tests.conftest import speaking_as


@dataclass(frozen=True, slots=True)
class Register:
    """The town and who works with its deliveries."""

    town: Town
    ruben: Account

    @property
    def controller(self) -> Organisation:
        return self.town.municipality

    @property
    def system(self) -> Actor:
        return system_actor(self.town.at)

    def bring(self, kind: DeliveryKind, content: str | bytes, name: str = "levering.csv") -> Result:
        """Deliver from the command line."""
        data = content.encode() if isinstance(content, str) else content
        with importing():
            return deliver(actor=self.system, controller=self.controller, kind=kind, file=Incoming(name, data))


def make_register(at: datetime) -> Register:
    town = make_town(at)
    system = system_actor(at)
    with recording("test.register"), acting(system):
        for area in ("Noord", "Haven"):
            make_area(actor=system, name=area, municipalities=[town.municipality])
        return Register(town, _steward(system, town))


def _steward(system: Actor, town: Town) -> Account:
    staff = Staff.objects.create(
        organisation=town.municipality, name="Ruben Kuiper", function="Gegevensbeheerder", started_on=date(2024, 1, 1)
    )
    account = make_account(actor=system, details=AccountDetails("Ruben Kuiper", staff=staff))
    steward = roles.DATA_STEWARD.code
    assign_role(actor=system, account=account.id, role=steward, organisation=town.municipality.id, ground="aanstelling")
    return account


@contextmanager
def importing() -> Iterator[None]:
    with speaking_as(DatabaseRole.IMPORT):
        yield
