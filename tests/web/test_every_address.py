"""Every address for every role, opened and posted to with nothing filled in: a whole answer, never an error of ours."""

from datetime import datetime, timedelta

import pytest

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.demo_accounts import DemoAccount, demo_groups
from kring.ground.access.models import Account
from kring.ground.access.roles import ORGANISATION_ROLES
from kring.ground.access.services import AccountDetails, assign_role, hire, make_account
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation, OrganisationKind, Staff
from kring.ground.shared.database import DatabaseRole
from kring.practice.leads.models import Lead, LeadKind
from kring.web.setup.founding import Administrator, AreaPlan, Founding, Municipality, establish
from tests.conftest import speaking_as
from tests.web.addresses import Address, addresses, family_with_a_plan, ids_of_a_family, ids_of_nothing
from tests.web.test_crawl import crawl
from tests.web.visitor import signed_in

READ = {200, 302, 403, 404, 405}
POSTED = READ | {400, 422}
CLOSED = {302, 403, 404}


def faults_of(account: object, all_addresses: list[Address], *, knocks: bool = True) -> list[str]:
    """What answered otherwise. An exception in a page is raised here and fails the test with its own words.

    Who knocks posts also to what would not open; where nothing is yet, that is one refusal again and again.
    """
    assert isinstance(account, Account | DemoAccount)
    visitor, found = signed_in(account.id), []
    for address in all_addresses:
        opened = visitor.client.get(address.url).status_code
        if opened not in READ:
            found.append(f"{address.name}: GET {opened}")
        if not knocks and opened in CLOSED:
            continue
        visitor.client.handler.enforce_csrf_checks = False
        posted = visitor.client.post(address.url, {}).status_code
        if posted not in POSTED:
            found.append(f"{address.name}: POST {posted}")
    return found


@pytest.mark.usefixtures("demo")
def test_the_addresses_are_of_things_that_are_there() -> None:
    """Else everything below would be "not found", and prove nothing."""
    with speaking_as(DatabaseRole.OWNER):
        family = family_with_a_plan()
        everything = addresses(ids_of_a_family(family))
        lead = Lead.objects.get(dossier=family, kind=LeadKind.LEAD, ended_at=None)
    visitor = signed_in(lead.account_id)
    opened = {one.name for one in everything if visitor.client.get(one.url).status_code == 200}
    assert {"home", "family", "plan", "plan_version", "plan_pdf", "goal", "action", "care", "documents"} <= opened


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.usefixtures("demo")
def test_in_the_demo(turn: int) -> None:
    """A quarter of the accounts at a time."""
    with speaking_as(DatabaseRole.OWNER):
        everything = addresses(ids_of_a_family(family_with_a_plan()))
    people = [account for group in demo_groups() for account in group.accounts]
    assert len(everything) > 60
    assert len(people) >= 16
    faults = [f"{one.name}: {fault}" for one in people[turn::4] for fault in faults_of(one, everything)]
    assert faults == []


@pytest.mark.django_db
def test_in_an_empty_installation_with_each_role(now: datetime) -> None:
    """Right after the first set-up, with one colleague for every role: no page that is lost without data."""
    administrator = Administrator("Bram Kok", "bram@voorbeeld.test", "een lang wachtwoord hier")
    towns = [Municipality("Waterrijk", "0998")]
    establish(Founding("Waterrijk", towns, [AreaPlan("Noord", ["Waterrijk"])], "Team Noord", administrator), now)
    everything = addresses(ids_of_nothing())
    for role, colleague in _one_for_each_role(now).items():
        assert (role, faults_of(colleague, everything, knocks=False)) == (role, [])
        assert (role, crawl(signed_in(colleague.id))) == (role, [])


def _one_for_each_role(now: datetime) -> dict[str, Account]:
    system, found = system_actor(now - timedelta(days=1)), {}
    with recording("test"), acting(system):
        town = Organisation.objects.get(kind=OrganisationKind.MUNICIPALITY)
        for role in ORGANISATION_ROLES.values():
            staff = Staff(organisation=town, name=f"Sam {role.title}", function=role.title, started_on=system.today)
            hire(actor=system, staff=staff)
            account = make_account(actor=system, details=AccountDetails(staff.name, staff=staff))
            assign_role(actor=system, account=account.id, role=role.code, organisation=town.id, ground="aanstelling")
            found[role.code] = account
    return found
