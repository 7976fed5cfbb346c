"""Who works along with a family: asked by who leads, for a reason and a law, and no longer than needed."""

from datetime import datetime, timedelta

import pytest

from kring.ground.access.models import Account, Involvement
from kring.ground.access.parts import Law
from kring.ground.access.roles import EXTERNAL, JOINING, TEAM_PROFESSIONAL
from kring.ground.agenda.models import Notice, Task
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.leads.queries.joining import parties
from kring.practice.leads.rules import can_join
from kring.practice.leads.services.joining import Joining, bring_in, end_joining
from kring.practice.plans.models import Plan
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family, make_plan

pytestmark = pytest.mark.django_db

WHY = "begeleidt Finn bij het opstaan"


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def joins(family: Family, by: str = "jorien", until: datetime | None = None) -> None:
    joining = Joining(family.town.henk, TEAM_PROFESSIONAL.code, [Law.JEUGDWET], WHY, until)
    with family.acting(by, ago=timedelta(hours=1)) as actor:
        bring_in(actor=actor, dossier=family.dossier, joining=joining)


def plans_seen_by(family: Family, name: str) -> int:
    with family.acting(name):
        return Plan.objects.filter(dossier=family.id).count()


def test_who_leads_asks_somebody_to_join_who_then_reads_the_plan_and_is_told(family: Family) -> None:
    make_plan(family)
    assert plans_seen_by(family, "henk") == 0
    joins(family)
    assert plans_seen_by(family, "henk") == 1
    with family.acting("henk"):
        assert Notice.objects.filter(account=family.town.henk, dossier=family.id).count() == 1


def test_everybody_round_the_family_sees_who_works_along(family: Family) -> None:
    joins(family)
    for name in ("jorien", "henk", "marloes"):
        with family.acting(name) as actor:
            assert family.town.henk.display_name in [one.name for one in parties(actor, family.id)]


@pytest.mark.parametrize("by", ["marloes", "henk", "bram"])
def test_who_does_not_lead_asks_nobody(family: Family, by: str) -> None:
    with pytest.raises(Refused):
        joins(family, by=by)


@pytest.mark.parametrize("role", sorted(JOINING))
def test_who_leads_gives_no_other_role_than_working_along(family: Family, role: str) -> None:
    joining = Joining(family.town.henk, "regisseur", [], WHY)
    with family.acting("jorien") as jorien, pytest.raises(Refused):
        bring_in(actor=jorien, dossier=family.dossier, joining=joining)
    with speaking_as(DatabaseRole.OWNER):
        assert not Involvement.objects.filter(account=family.town.henk, role__in=["regisseur", role]).exists()


def test_access_ends_at_once_and_open_tasks_come_to_who_ends_it(family: Family) -> None:
    make_plan(family)
    joins(family)
    task_for(family, family.town.henk)
    with family.acting("jorien") as jorien:
        end_joining(actor=jorien, dossier=family.dossier, account=family.town.henk.id, ground="de hulp is klaar")
    assert plans_seen_by(family, "henk") == 0
    with speaking_as(DatabaseRole.OWNER):
        assert Task.objects.get(title="Bel school").account_id == family.town.jorien.id
    with family.acting("jorien") as jorien:
        assert family.town.henk.display_name not in [one.name for one in parties(jorien, family.id)]


def task_for(family: Family, account: Account) -> None:
    today = family.town.at.date()
    with speaking_as(DatabaseRole.OWNER):
        Task.objects.create(
            account=account, dossier=family.dossier, clock="eigen", title="Bel school", began_on=today, due_on=today
        )


def test_who_leads_is_not_ended_so(family: Family) -> None:
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="werkt hier niet"):
        end_joining(actor=jorien, dossier=family.dossier, account=family.town.naima.id, ground="anders")


def test_after_the_last_day_nothing_is_read_any_more(family: Family) -> None:
    make_plan(family)
    joins(family, until=family.town.at - timedelta(minutes=1))
    assert plans_seen_by(family, "henk") == 0


@pytest.mark.parametrize(
    ("role", "laws", "ground", "works_here", "says"),
    [
        (TEAM_PROFESSIONAL.code, [Law.JEUGDWET], WHY, False, ""),
        (EXTERNAL.code, [], WHY, False, ""),
        (TEAM_PROFESSIONAL.code, [], WHY, False, "Kies voor welke wet deze professional hier werkt."),
        (EXTERNAL.code, [], "  ", False, "Schrijf op waarom deze professional meewerkt."),
        (EXTERNAL.code, [], WHY, True, "Deze professional werkt al mee met dit gezin."),
    ],
)
def test_the_rule_of_joining(role: str, laws: list[str], ground: str, works_here: bool, says: str) -> None:
    assert str(can_join(role, laws, ground, works_here=works_here).reason) == says
