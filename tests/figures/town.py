"""Municipalities and people for figures: Petra writes policy in Den Helder and lets clients in for all four of 2018."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from kring.ground.access import roles
from kring.ground.access.actor import SYSTEM_ID, Actor, acting, system_actor
from kring.ground.access.models import Account, Subject
from kring.ground.access.parts import Law
from kring.ground.access.services import AccountDetails, assign_role, make_account
from kring.ground.access.services.setup import register_organisation
from kring.ground.areas.models import Area
from kring.ground.audit.trail import recording
from kring.ground.configuration.models import SettingValue
from kring.ground.organisations.models import Organisation, OrganisationKind, Staff
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.period import HERE
from kring.steering.figures.models import Measure, Pilot
from kring.steering.figures.rules.thresholds import INSIDE, PUBLIC
from kring.steering.figures.services.participations import Entry, add_participation
from kring.steering.figures.services.pilots import PilotDetails, start_pilot
from tests.access.people import Town, actor_of, make_town
from tests.conftest import speaking_as

STARTED = date(2026, 5, 1)
COUNTS_2018 = {
    "Texel": {Law.JEUGDWET: 3, Law.WMO: 1},
    "Schagen": {Law.JEUGDWET: 3, Law.WMO: 2},
    "Hollands Kroon": {Law.JEUGDWET: 4, Law.WMO: 1},
    "Den Helder": {Law.JEUGDWET: 14, Law.WMO: 7},
}
CODES = {"Texel": "0448", "Schagen": "0441", "Hollands Kroon": "1911", "Den Helder": "0400"}


@dataclass(frozen=True, slots=True)
class Region:
    """Zeewaard with its people, the four municipalities of 2018, and Petra."""

    town: Town
    municipalities: Mapping[str, Organisation]
    petra: Account
    at: datetime

    @property
    def petra_acts(self) -> Actor:
        return actor_of(self.petra.id, self.at)

    @property
    def den_helder(self) -> Organisation:
        return self.municipalities["Den Helder"]


@contextmanager
def doing(actor: Actor) -> Iterator[None]:
    with recording("test"), acting(actor):
        yield


def make_policy_adviser(at: datetime, organisation: Organisation, *also: Organisation) -> Account:
    system = system_actor(at - timedelta(days=30))
    with doing(system):
        staff = Staff.objects.create(
            organisation=organisation, name="Petra Vos", function="Beleidsadviseur", started_on=date(2024, 1, 1)
        )
        petra = make_account(actor=system, details=AccountDetails("Petra Vos", staff=staff))
        for one in (organisation, *also):
            assign_role(
                actor=system, account=petra.id, role=roles.POLICY.code, organisation=one.id, ground="aanstelling"
            )
    return petra


def make_region(at: datetime) -> Region:
    town = make_town(at)
    system = system_actor(at - timedelta(days=30))
    with doing(system):
        municipalities = {
            name: register_organisation(
                actor=system,
                organisation=Organisation(kind=OrganisationKind.MUNICIPALITY, name=name, cbs_code=code),
            )
            for name, code in CODES.items()
        }
    lead, *others = (municipalities[name] for name in ("Den Helder", "Texel", "Schagen", "Hollands Kroon"))
    return Region(town, municipalities, make_policy_adviser(at, lead, *others), at)


def start_netwerk_versterkt(region: Region) -> Pilot:
    """The pilot of 2018, without anybody in it yet. The municipalities stand in the order of that letter."""
    with doing(region.petra_acts):
        return start_pilot(
            actor=region.petra_acts,
            organisation=region.den_helder.id,
            details=PilotDetails(
                slug="netwerk-versterkt",
                name="Netwerk Versterkt",
                purpose="Inwoners versterken met informele hulp naast de professionele zorg.",
                started_on=STARTED,
                ended_on=None,
                municipalities=tuple(organisation.id for organisation in region.municipalities.values()),
            ),
        )


def let_in(region: Region, pilot: Pilot, *clients: Subject, domain: Law) -> None:
    petra = region.petra_acts
    with doing(petra):
        for client in clients:
            entry = Entry(client.id, client.controller_id, domain, STARTED)
            add_participation(actor=petra, pilot=pilot, entry=entry)


def fill_as_in_2018(region: Region, pilot: Pilot) -> list[Subject]:
    """35 clients in register order, with the counts of the letter."""
    with speaking_as(DatabaseRole.IMPORT):
        clients = {
            (name, domain): [Subject.objects.create(controller=region.municipalities[name]) for _each in range(number)]
            for name, domains in COUNTS_2018.items()
            for domain, number in domains.items()
        }
    for domain in (Law.JEUGDWET, Law.WMO):
        let_in(
            region, pilot, *[one for key, some in clients.items() if key[1] is domain for one in some], domain=domain
        )
    return [one for some in clients.values() for one in some]


def make_areas(municipality: Organisation, *names: str) -> list[Area]:
    """Areas as the administrator lays them; the municipality is one of theirs."""
    with speaking_as(DatabaseRole.OWNER):
        areas = [Area.objects.create(name=name) for name in names]
        for area in areas:
            area.municipalities.add(municipality)
    return areas


def set_thresholds(inside: int, public: int) -> None:
    at = datetime(2026, 1, 1, tzinfo=HERE)
    with speaking_as(DatabaseRole.OWNER):
        for setting, value in ((INSIDE, inside), (PUBLIC, public)):
            SettingValue.objects.update_or_create(
                code=setting.code,
                ended_at=None,
                defaults={"value": value, "started_at": at, "written_by": SYSTEM_ID, "written_by_name": "Kring"},
            )


def store_measures(
    organisation: Organisation, day: date, tally: str, rows: Sequence[tuple[UUID | None, str, int, int | None]]
) -> None:
    """Counts as if they had been counted: area, category, count, families."""
    with speaking_as(DatabaseRole.SNAPSHOT):
        Measure.objects.bulk_create(
            [
                Measure(
                    organisation=organisation,
                    counted_on=day,
                    indicator=tally,
                    area=area,
                    category=category,
                    count=count,
                    families=families,
                )
                for area, category, count, families in rows
            ]
        )
