"""The people of the access tests, made through the services like everybody else.

Zeewaard: Mark (process director), Jorien and Henk (area team), Annet (team leader), Bram (administrator).
De Kade, another organisation: Fatima. Families by name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from kring.ground.access import roles
from kring.ground.access.actor import SYSTEM_ID, Actor, acting, roles_of, system_actor
from kring.ground.access.models import Account, AccountKind, Dossier, Subject
from kring.ground.access.services import (
    AccountDetails,
    NewMember,
    assign_role,
    found,
    hire,
    involve,
    make_account,
    make_team,
    open_dossier,
    register_organisation,
)
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation, OrganisationKind, Staff, Team
from kring.ground.shared.database import DatabaseRole
from kring.practice.households.models import Person
from tests.conftest import speaking_as


@dataclass(frozen=True, slots=True)
class Town:
    """Zeewaard with its people; `at` is the moment they were made."""

    at: datetime
    municipality: Organisation
    provider: Organisation
    team: Team
    mark: Account
    annet: Account
    jorien: Account
    henk: Account
    naima: Account
    bram: Account
    fatima: Account

    def actor(self, account: Account) -> Actor:
        return actor_of(account.id, self.at)


def actor_of(account: UUID, at: datetime) -> Actor:
    """The account as it acts now, with the roles it has."""
    bare = Actor(account, AccountKind.ACCOUNT, at)
    with acting(bare):
        return Actor(account, AccountKind.ACCOUNT, at, roles_of(account, at))


def make_town(at: datetime) -> Town:
    made = at - timedelta(days=30)
    system = system_actor(made)
    with recording("test.town"), acting(system):
        zeewaard = found(actor=system, co_operation="Samen in Zeewaard", municipality="Zeewaard", cbs_code="0999")
        kade = register_organisation(
            actor=system,
            organisation=Organisation(kind=OrganisationKind.CARE_PROVIDER, name="Jeugdzorg De Kade"),
        )
        team = make_team(actor=system, organisation=zeewaard.id, name="Gebiedsteam Noord")

        def account(name: str, function: str, *given: roles.Role, organisation: Organisation = zeewaard) -> Account:
            staff = Staff(
                organisation=organisation,
                team=team if organisation == zeewaard else None,
                name=name,
                function=function,
                started_on=date(2024, 1, 1),
            )
            hire(actor=system, staff=staff)
            one = make_account(actor=system, details=AccountDetails(name, staff=staff))
            for role in given:
                assign_role(
                    actor=system,
                    account=one.id,
                    role=role.code,
                    organisation=organisation.id,
                    ground="aanstelling",
                )
            return one

        return Town(
            at,
            zeewaard,
            kade,
            team,
            mark=account("Mark de Boer", "Procesregisseur", roles.CHOOSER),
            annet=account("Annet Visser", "Teamleider", roles.LEADER),
            jorien=account("Jorien Smit", "Jeugd- en gezinscoach"),
            henk=account("Henk Prins", "Wmo-consulent"),
            naima=account("Naima Haddou", "Jeugd- en gezinscoach"),
            bram=account("Bram Kok", "Functioneel beheerder", roles.ADMINISTRATOR),
            fatima=account("Fatima Amrani", "Begeleider", organisation=kade),
        )


def make_subject(controller: Organisation, name: str) -> Subject:
    """A person in the register zone, as an import leaves it."""
    with speaking_as(DatabaseRole.IMPORT):
        subject = Subject.objects.create(controller=controller)
        Person.objects.create(subject=subject, display_name=name, sort_name=name.lower())
    return subject


def make_family_account(town: Town, subject: Subject, name: str) -> Account:
    system = system_actor(town.at - timedelta(days=20))
    with recording("test.family"), acting(system):
        return make_account(actor=system, details=AccountDetails(name, subject=subject))


def make_dossier(town: Town, label: str, members: Sequence[tuple[Subject, str]]) -> Dossier:
    mark = actor_of(town.mark.id, town.at - timedelta(days=10))
    with recording("test.dossier"), acting(mark):
        return open_dossier(
            actor=mark,
            controller=town.municipality.id,
            label=label,
            members=[NewMember(subject.id, role) for subject, role in members],
            ground="stapeling uit onderzoek",
        )


def give_role(
    town: Town,
    dossier: Dossier,
    account: Account,
    role: roles.Role,
    laws: Sequence[str] = (),
    until: datetime | None = None,
) -> None:
    mark = actor_of(town.mark.id, town.at - timedelta(days=5))
    with recording("test.involve"), acting(mark):
        involve(
            actor=mark,
            dossier=dossier,
            account=account,
            role=role.code,
            ground="aangewezen door de procesregisseur",
            laws=laws,
            until=until,
        )


def stranger() -> Actor:
    return Actor(uuid4(), AccountKind.ACCOUNT, datetime.now().astimezone())


__all__ = [
    "SYSTEM_ID",
    "Town",
    "actor_of",
    "give_role",
    "make_dossier",
    "make_family_account",
    "make_subject",
    "make_town",
]
