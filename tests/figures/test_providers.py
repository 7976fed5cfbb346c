"""Providers' own plans counted per provider and quarter, and through the gate (letter of 2018)."""

from datetime import date, datetime, timedelta

import pytest

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Dossier
from kring.ground.access.roles import POLICY
from kring.ground.access.services import assign_role
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.practice.plans.models import ProviderPlan
from kring.practice.plans.rules.provided import LINK_LASTS
from kring.steering.figures.models import Measure
from kring.steering.figures.queries.areas import Figure
from kring.steering.figures.queries.providers import ProviderFigures, provider_figures, quarter_of
from kring.steering.figures.rules.values import Hidden, Shown
from tests.access.people import Town, actor_of, make_dossier, make_subject, make_town
from tests.conftest import speaking_as
from tests.figures.test_counting import count

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 1)
KADE, VUUR = "Jeugdzorg De Kade", "Vuurtoren Thuiszorg"
Facts = dict[str, object]
WITH: Facts = {"has_plan": True, "made_on": DAY, "has_informal": True}
WITHOUT: Facts = {"has_plan": True, "made_on": DAY, "has_informal": False, "informal_reason": "expertise"}
NONE: Facts = {"has_plan": False}


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


def family(town: Town, number: int) -> Dossier:
    return make_dossier(town, f"Gezin {number}", [(make_subject(town.municipality, f"Persoon {number}"), "moeder")])


def says(
    dossier: Dossier, provider: str, at: datetime, facts: Facts | None = None, withdrawn: datetime | None = None
) -> None:
    """As the front door leaves it; of that the tests of the plan tell. Without facts it asks."""
    said = facts or {"link_until": at + LINK_LASTS}
    with speaking_as(DatabaseRole.OWNER):
        ProviderPlan.objects.create(
            dossier=dossier, organisation_name=provider, written_by=dossier.id, written_at=at, withdrawn_at=withdrawn,
            **said,
        )  # fmt: skip


def counts(now: datetime, provider: str = KADE) -> dict[str, int]:
    count(now)
    with speaking_as(DatabaseRole.SNAPSHOT):
        return dict(Measure.objects.filter(provider=provider).values_list("category", "count"))


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 11, 1), date(2026, 10, 1)),
        (date(2026, 9, 30), date(2026, 7, 1)),
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 6, 15), date(2026, 4, 1)),
    ],
)
def test_a_quarter_begins_on_its_first_day(day: date, first: date) -> None:
    assert quarter_of(day) == first


def test_the_last_answer_of_the_quarter_counts_once_per_family(town: Town, now: datetime) -> None:
    one, two, three = (family(town, number) for number in range(3))
    says(one, KADE, now - timedelta(days=3))
    says(one, KADE, now - timedelta(days=2), WITHOUT)
    says(one, KADE, now - timedelta(days=1), WITH)
    says(two, KADE, now - timedelta(days=2), NONE)
    says(two, KADE, now - timedelta(days=1))
    says(three, KADE, now - timedelta(days=1))
    assert counts(now) == {"met": 1, "geen": 1, "wacht": 1}


def test_an_earlier_quarter_and_what_was_withdrawn_do_not_count(town: Town, now: datetime) -> None:
    one = family(town, 1)
    says(one, KADE, now - timedelta(days=40), WITH)
    says(one, KADE, now - timedelta(days=2), WITHOUT)
    says(one, KADE, now - timedelta(days=1), WITH, withdrawn=now - timedelta(hours=1))
    assert counts(now) == {"zonder": 1}


def figures(town: Town, now: datetime, **numbers: int) -> ProviderFigures:
    """As Annet reads them, with so many families at each."""
    system = system_actor(now)
    with recording("test"), acting(system):
        assign_role(
            actor=system, account=town.annet.id, role=POLICY.code, organisation=town.municipality.id, ground="taak"
        )
    for number in range(numbers["kade"]):
        says(family(town, number), KADE, now - timedelta(days=1), WITH)
    for number in range(numbers["vuur"]):
        says(family(town, number + 20), VUUR, now - timedelta(days=1), WITHOUT)
    count(now)
    annet = town.actor(town.annet)
    with recording("test"), acting(annet):
        found = provider_figures(actor_of(annet.id, now), town.municipality.id, DAY)
    assert found is not None
    assert found.providers == (KADE, VUUR)
    return found


def test_each_provider_with_its_share(town: Town, now: datetime) -> None:
    found = figures(town, now, kade=6, vuur=5)
    assert found.figure(KADE) == Figure(Shown(6), Shown(6))
    assert found.figure(VUUR) == Figure(Shown(0), Shown(5))


def test_a_small_number_stays_inside_and_is_not_derived_from_the_others(town: Town, now: datetime) -> None:
    found = figures(town, now, kade=6, vuur=2)
    assert isinstance(found.figure(VUUR).whole, Hidden)
    assert isinstance(found.figure(KADE).whole, Hidden)


def test_who_reads_no_figures_finds_none(town: Town, now: datetime) -> None:
    """Its twin is the test above."""
    says(family(town, 1), KADE, now - timedelta(days=1), WITH)
    count(now)
    henk = town.actor(town.henk)
    with recording("test"), acting(henk):
        assert provider_figures(henk, town.municipality.id, DAY) is None
        assert not Measure.objects.exists()
