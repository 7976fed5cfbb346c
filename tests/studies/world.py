"""Households in the register of Zeewaard as an import leaves them, and an onderzoek about them.

Lonneke Vos researches and asks; Mark (process director) approves; Farid Ouali watches over privacy;
Petra de Wolf is safeguarding officer; Karel Smit researches too, and is not named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Account, Subject
from kring.ground.access.services import AccountDetails, assign_role, hire, make_account
from kring.ground.areas.models import Area
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Staff
from kring.ground.shared.database import DatabaseRole
from kring.practice.care.models import CostState, Helper, Provider, Provision, ProvisionCost
from kring.practice.households.models import (
    Household,
    HouseholdMember,
    Person,
    PersonIdentity,
    Relation,
    RelationKind,
)
from kring.steering.studies.models import Study
from kring.steering.studies.services import Counted, Proposal, approve_study, request_study, take_snapshot
from tests.access.people import Town, actor_of, make_town
from tests.conftest import TODAY, speaking_as

SINCE = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Desk:
    """The people round a study, besides those of the town."""

    town: Town
    lonneke: Account
    karel: Account
    farid: Account
    petra: Account
    area: UUID

    def actor(self, account: Account) -> Actor:
        return actor_of(account.id, self.town.at)


@dataclass(frozen=True, slots=True)
class Resident:
    """Someone of a household. `sex` as the register gives it."""

    name: str
    born: int
    sex: str = ""
    month: int = 5
    day: int = 17


@dataclass(frozen=True, slots=True)
class Given:
    """A provision: cents a year, or None for an unknown cost."""

    law: str
    product: str = "begeleiding"
    provider: str = "Thuis Zuiver"
    cents: int | None = 100000
    since: date = date(2025, 1, 1)
    until: date | None = None
    helper: str = ""
    told: bool = False


def make_desk() -> Desk:
    town = make_town(TODAY)
    system = system_actor(town.at - timedelta(days=29))
    with recording("test.desk"), acting(system):

        def account(name: str, function: str, role: roles.Role) -> Account:
            staff = Staff(organisation=town.municipality, name=name, function=function, started_on=date(2024, 1, 1))
            one = make_account(actor=system, details=AccountDetails(name, staff=hire(actor=system, staff=staff)))
            assign_role(
                actor=system, account=one.id, role=role.code, organisation=town.municipality.id, ground="aanstelling"
            )
            return one

        area = Area.objects.create(name="Zeewaard-Noord", team=town.team)
        return Desk(
            town,
            lonneke=account("Lonneke Vos", "Onderzoeker", roles.RESEARCHER),
            karel=account("Karel Smit", "Onderzoeker", roles.RESEARCHER),
            farid=account("Farid Ouali", "Functionaris gegevensbescherming", roles.PRIVACY_OFFICER),
            petra=account("Petra de Wolf", "Aandachtsfunctionaris", roles.SAFEGUARDING),
            area=area.id,
        )


def make_person(desk: Desk, resident: Resident) -> Subject:
    with speaking_as(DatabaseRole.IMPORT):
        subject = Subject.objects.create(controller=desk.town.municipality)
        first, _space, family = resident.name.partition(" ")
        prefix, _gap, surname = family.rpartition(" ")
        Person.objects.create(
            subject=subject,
            display_name=resident.name,
            sort_name=resident.name.lower(),
            first_names=first,
            prefix=prefix,
            surname=surname,
        )
        PersonIdentity.objects.create(
            subject=subject,
            birth_year=resident.born,
            birth_month=resident.month,
            birth_day=resident.day,
            sex=resident.sex,
        )
    return subject


def make_household(desk: Desk, residents: Sequence[Resident]) -> tuple[Household, list[Subject]]:
    """The first resident is parent of everybody who is a child."""
    people = [make_person(desk, resident) for resident in residents]
    with speaking_as(DatabaseRole.IMPORT):
        household = Household.objects.create(
            controller=desk.town.municipality, area=desk.area, municipality_code=desk.town.municipality.cbs_code
        )
        HouseholdMember.objects.bulk_create(
            [HouseholdMember(household=household, subject=subject, started_on=SINCE) for subject in people]
        )
        children = [subject for subject, who in zip(people, residents, strict=True) if who.born > 2008]
        Relation.objects.bulk_create(
            [
                Relation(subject=people[0], other=child, kind=RelationKind.PARENT, source="BRP")
                for child in children
                if child != people[0]
            ]
        )
    return household, people


def give(subject: Subject, *provisions: Given) -> None:
    with speaking_as(DatabaseRole.IMPORT):
        for given in provisions:
            provider, _new = Provider.objects.get_or_create(name=given.provider)
            provision = Provision.objects.create(
                subject=subject,
                law=given.law,
                product=given.product,
                provider=provider,
                started_on=given.since,
                ended_on=given.until,
                told_by_family=given.told,
                source="test",
            )
            state = CostState.UNKNOWN if given.cents is None else CostState.KNOWN
            ProvisionCost.objects.create(
                provision=provision, subject=subject, law=given.law, state=state, cents_per_year=given.cents
            )
            if given.helper:
                Helper.objects.create(provision=provision, subject=subject, law=given.law, name=given.helper)


def make_bakkers(desk: Desk) -> tuple[Household, list[Subject]]:
    """Mother Marloes and son Noah: three laws, one cost unknown."""
    home, (marloes, noah) = make_household(
        desk, [Resident("Marloes de Wit", 1984, "V"), Resident("Noah de Wit", 2015, "M")]
    )
    give(
        marloes,
        Given("wmo", "huishoudelijke hulp", "Thuis Zuiver", 340000, date(2024, 11, 1), helper="Ans Kuiper"),
        Given("schuldhulp", "schuldregeling", "Gemeente", 260000, date(2025, 10, 1)),
        Given("zvw", "ggz", "GGZ Waard", 520000, date(2025, 3, 1), told=True),
    )
    give(noah, Given("jeugdwet", "ambulante jeugdhulp", "De Kade", None, date(2025, 2, 1), helper="Ans Kuiper"))
    return home, [marloes, noah]


def make_study(
    desk: Desk, *, approved: bool = True, start: date = date(2026, 10, 1), end: date = date(2027, 3, 31)
) -> Study:
    lonneke, mark = desk.actor(desk.lonneke), desk.actor(desk.town.mark)
    proposal = Proposal(
        "Dossieronderzoek Noord",
        "Zien waar hulp zich stapelt, zodat we tien gezinnen één regisseur kunnen aanbieden.",
        "Jeugdwet 7.3.12 en Wmo 5.3.6: toestemming vooraf is voor 4.000 huishoudens niet redelijk.",
        start,
        end,
    )
    with recording("test.study"), acting(lonneke):
        study = request_study(actor=lonneke, organisation=desk.town.municipality.id, proposal=proposal)
    if approved:
        with recording("test.study"), acting(mark):
            approve_study(actor=mark, study=study)
    return study


def count(study: Study, day: date | None = None) -> Counted:
    with speaking_as(DatabaseRole.SNAPSHOT):
        return take_snapshot(study=study.id, reference_date=day or TODAY.date(), at=TODAY)
