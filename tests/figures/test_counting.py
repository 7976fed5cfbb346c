"""Counting on PostgreSQL as `kring_snapshot`: each definition by the families that do and do not count (BR-122)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from django.db import ProgrammingError, connection

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Dossier
from kring.ground.audit.models import LogLine
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import ProvisionState
from kring.practice.leads.models import LeadKind
from kring.practice.leads.services import appoint
from kring.practice.plans.models import ActionState, DoerKind
from kring.steering.figures.jobs import COUNT_NOW
from kring.steering.figures.models import Measure
from kring.steering.figures.services.counting import Counted, count_figures
from tests.access.people import make_dossier, make_subject, make_town
from tests.conftest import speaking_as
from tests.figures.families import OPENED, Family, Home, plant, plant_homes
from tests.figures.town import make_areas

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 1)
NETWORK, VOLUNTEER, PROFESSIONAL, FAMILY = (
    DoerKind.NETWORK,
    DoerKind.VOLUNTEER,
    DoerKind.PROFESSIONAL,
    DoerKind.FAMILY,
)


def count(now: datetime, day: date = DAY) -> Counted:
    with recording("test"), speaking_as(DatabaseRole.SNAPSHOT), acting(system_actor(now)):
        return count_figures(actor=system_actor(now), day=day)


def counted(organisation: Organisation, tally: str, day: date = DAY) -> dict[str, int]:
    with speaking_as(DatabaseRole.SNAPSHOT):
        rows = Measure.objects.filter(organisation=organisation, indicator=tally, counted_on=day, count__gt=0)
        return {row.category: row.count for row in rows.order_by("category")}


LEAD_CASES = [
    (Family(), "wel"),
    (Family(leads=()), None),
    (Family(leads=(LeadKind.LEAD,)), "niet"),
    (Family(leads=(LeadKind.DEPUTY,)), None),
    (Family(led_from=DAY), "wel"),
    (Family(led_from=DAY + timedelta(days=1)), None),
    (Family(led_until=DAY), "niet"),
    (Family(led_until=DAY + timedelta(days=1)), "wel"),
    (Family(opened_on=DAY), "wel"),
    (Family(opened_on=DAY + timedelta(days=1)), None),
    (Family(closed_on=DAY), None),
    (Family(closed_on=DAY + timedelta(days=1)), "wel"),
]


@pytest.mark.parametrize(("family", "category"), LEAD_CASES)
def test_one_regisseur_and_one_achtervang(now: datetime, family: Family, category: str | None) -> None:
    town = make_town(now)
    plant(town.municipality, town.jorien, [family])
    count(now)
    assert counted(town.municipality, "regie") == ({category: 1} if category else {})


PLAN_CASES = [
    (Family(), "geen"),
    (Family(agreed_on=DAY), "zonder"),
    (Family(agreed_on=DAY + timedelta(days=1)), "geen"),
    (Family(agreed_on=date(2025, 11, 2)), "zonder"),
    (Family(agreed_on=date(2025, 11, 1)), "geen"),
    (Family(agreed_on=DAY, actions=(PROFESSIONAL, FAMILY)), "zonder"),
    (Family(agreed_on=DAY, actions=(PROFESSIONAL, NETWORK)), "informeel"),
    (Family(agreed_on=DAY, actions=(VOLUNTEER,)), "informeel"),
    (Family(actions=(VOLUNTEER,)), "geen"),
    (Family(agreed_on=DAY, actions=(VOLUNTEER,), action_state=ActionState.BUSY), "informeel"),
    (
        Family(agreed_on=DAY, actions=(VOLUNTEER,), action_state=ActionState.DONE, action_closed_on=DAY),
        "zonder",
    ),
    (
        Family(
            agreed_on=DAY,
            actions=(VOLUNTEER,),
            action_state=ActionState.DONE,
            action_closed_on=DAY + timedelta(days=1),
        ),
        "informeel",
    ),
    (Family(agreed_on=DAY, actions=(VOLUNTEER,), action_state=ActionState.CANCELLED), "zonder"),
    (Family(agreed_on=DAY, actions=(VOLUNTEER,), goal_from=DAY + timedelta(days=1)), "zonder"),
    (Family(leads=(), agreed_on=DAY), None),
]


@pytest.mark.parametrize(("family", "category"), PLAN_CASES)
def test_one_plan_and_informal_help_in_it(now: datetime, family: Family, category: str | None) -> None:
    town = make_town(now)
    plant(town.municipality, town.jorien, [family])
    count(now)
    assert counted(town.municipality, "plan") == ({category: 1} if category else {})


STARTED = date(2026, 9, 1)
WITHIN, AFTER = STARTED + timedelta(days=14), STARTED + timedelta(days=15)
START_CASES = [
    (Family(), None),
    (Family(plan_from=STARTED), None),
    (Family(plan_from=STARTED, actions=(NETWORK,)), None),
    (Family(plan_from=STARTED, asked_on=(STARTED, WITHIN)), "op_tijd"),
    (Family(plan_from=STARTED, asked_on=(WITHIN, AFTER)), "later"),
    (Family(plan_from=STARTED, asked_on=(WITHIN,), goal_from=WITHIN), "op_tijd"),
    (Family(plan_from=STARTED, asked_on=(AFTER,), goal_from=AFTER), None),
    (Family(plan_from=STARTED, asked_on=(AFTER,), action_state=ActionState.CANCELLED), None),
    (Family(plan_from=DAY - timedelta(days=14), asked_on=(DAY,)), None),
    (Family(plan_from=DAY - timedelta(days=15), asked_on=(DAY - timedelta(days=1),)), "op_tijd"),
    (Family(plan_from=date(2025, 11, 1), asked_on=(date(2025, 11, 2),)), None),
    (Family(plan_from=date(2025, 11, 2), asked_on=(date(2025, 11, 2),), goal_from=date(2025, 11, 2)), "op_tijd"),
    (Family(leads=(), plan_from=STARTED, asked_on=(STARTED,)), None),
]


@pytest.mark.parametrize(("family", "category"), START_CASES)
def test_informal_first_from_the_first_day_of_a_plan(now: datetime, family: Family, category: str | None) -> None:
    """I-05: a plan that is younger than 14 days, or has no step of a professional, says nothing yet."""
    town = make_town(now)
    plant(town.municipality, town.jorien, [family])
    count(now)
    assert counted(town.municipality, "eerst") == ({category: 1} if category else {})


def test_actions_by_doer_with_the_families_behind_them(now: datetime) -> None:
    town = make_town(now)
    plant(
        town.municipality,
        town.jorien,
        [
            Family(actions=(NETWORK, NETWORK, PROFESSIONAL)),
            Family(actions=(NETWORK,)),
            Family(),
            Family(actions=(NETWORK,), closed_on=OPENED),
        ],
    )
    count(now)
    assert counted(town.municipality, "acties") == {"network": 3, "professional": 1, "samen": 4}
    with speaking_as(DatabaseRole.SNAPSHOT):
        families = dict(Measure.objects.filter(indicator="acties").values_list("category", "families"))
    assert families == {"network": 2, "professional": 1, "samen": 2, "family": 0, "volunteer": 0}


HOME_CASES: Sequence[tuple[Home, dict[str, int]]] = [
    (Home(people=(("wmo",),)), {"1": 1}),
    (Home(people=(("wmo", "wmo"),)), {"1": 1}),
    (Home(people=(("wmo",), ("jeugdwet",))), {"2": 1}),
    (Home(people=(("wmo", "schuldhulp"), ("jeugdwet", "leerplicht", "participatiewet"))), {"4": 1}),
    (Home(people=((),)), {}),
    (Home(people=(("wmo",),), ended_on=DAY), {"1": 1}),
    (Home(people=(("wmo",),), ended_on=DAY - timedelta(days=1)), {}),
    (Home(people=(("wmo",),), moved_out_on=DAY), {}),
    (Home(people=(("wmo",),), state=ProvisionState.WITHDRAWN), {}),
]


@pytest.mark.parametrize(("home", "laws"), HOME_CASES)
def test_households_by_number_of_laws(now: datetime, home: Home, laws: dict[str, int]) -> None:
    town = make_town(now)
    plant_homes(town.municipality, [home])
    count(now)
    assert counted(town.municipality, "wetten") == laws


def test_each_area_and_each_municipality_counts_its_own(now: datetime) -> None:
    town = make_town(now)
    north, south = make_areas(town.municipality, "Zeewaard-Noord", "Zeewaard-Zuid")
    plant(
        town.municipality,
        town.jorien,
        [Family(area=north.id), Family(area=north.id), Family(area=south.id), Family()],
    )
    plant(town.provider, town.fatima, [Family()])
    count(now)
    with speaking_as(DatabaseRole.SNAPSHOT):
        rows = Measure.objects.filter(indicator="regie", category="wel").values_list(
            "organisation__name", "area", "count"
        )
        assert set(rows) == {
            ("Zeewaard", north.id, 2),
            ("Zeewaard", south.id, 1),
            ("Zeewaard", None, 1),
            ("Jeugdzorg De Kade", None, 1),
        }


def test_counting_again_replaces_today_and_never_an_earlier_day(now: datetime) -> None:
    town = make_town(now)
    plant(town.municipality, town.jorien, [Family()])
    count(now, DAY - timedelta(days=7))
    count(now)
    plant(town.municipality, town.jorien, [Family()])
    count(now)
    assert counted(town.municipality, "regie") == {"wel": 2}
    with pytest.raises(Refused, match="verandert niet meer"):
        count(now, DAY - timedelta(days=7))
    with speaking_as(DatabaseRole.APP):
        assert counted(town.municipality, "regie", DAY - timedelta(days=7)) == {"wel": 1}


def test_a_municipality_without_families_is_counted_with_zeros(now: datetime) -> None:
    make_town(now)
    assert count(now).municipalities == 1
    with speaking_as(DatabaseRole.SNAPSHOT):
        assert set(Measure.objects.values_list("count", flat=True)) == {0}


def test_a_family_counts_from_its_first_regisseur_and_not_from_its_naming(now: datetime) -> None:
    """Not planted rows: dossiers as the services make them."""
    town = make_town(now)
    dossier = make_dossier(town, "El Amrani", [(make_subject(town.municipality, "Samira"), "moeder")])
    make_dossier(town, "Pinas", [(make_subject(town.municipality, "Shirley"), "moeder")])
    count(now)
    assert counted(town.municipality, "regie") == {}
    mark = town.actor(town.mark)
    with speaking_as(DatabaseRole.APP), recording("test"), acting(mark):
        appoint(actor=mark, dossier=dossier, lead=town.jorien, deputy=town.naima, chosen_by_family=True)
    count(now)
    assert counted(town.municipality, "regie") == {"wel": 1}
    assert counted(town.municipality, "plan") == {"geen": 1}


@pytest.mark.parametrize("name", [COUNT_NOW, "figures.count_nightly"])
def test_the_worker_counts_today_and_logs_it(now: datetime, name: str) -> None:
    town = make_town(now)
    plant(town.municipality, town.jorien, [Family()])
    JOBS[name].perform()
    assert counted(town.municipality, "regie") == {"wel": 1}
    with speaking_as(DatabaseRole.OWNER):
        line = LogLine.objects.get(what="figures.measures_counted")
    assert (line.actor_kind, line.ground) == ("system", "peildatum 01-11-2026")


def test_only_the_installation_counts_and_never_the_future(now: datetime) -> None:
    town = make_town(now)
    with pytest.raises(Refused, match="Tellen doet Kring zelf"), acting(town.actor(town.jorien)):
        count_figures(actor=town.actor(town.jorien), day=DAY)
    with pytest.raises(Refused, match="nog niet geweest"):
        count(now, now.date() + timedelta(days=1))


@pytest.mark.parametrize(
    "statement",
    [
        "select display_name from households_person",
        "select bsn_encrypted from households_personbsn",
        "select street from households_personaddress",
        "select postcode from households_personaddress",
        "select birth_month from households_personidentity",
        "select label from access_dossier",
        "select name from leads_lead",
        "select what from plans_action",
        "select doer_name from plans_action",
        "select own_words from plans_goal",
        "select words from plans_question",
        "select value from plans_score",
        "select content from plans_planversion",
        "select value from households_personcontact",
        "insert into figures_participation (id) values (gen_random_uuid())",
        "update access_dossier set area = null",
    ],
)
def test_the_counting_role_reads_no_name_number_street_or_text(now: datetime, statement: str) -> None:
    town = make_town(now)
    make_dossier(town, "El Amrani", [(make_subject(town.municipality, "Samira"), "moeder")])
    with speaking_as(DatabaseRole.SNAPSHOT):
        assert Dossier.objects.values_list("id", "area").count() == 1
        with pytest.raises(ProgrammingError, match="permission denied"), acting(system_actor(now)):
            connection.cursor().execute(statement)


def test_the_application_cannot_write_a_measure(now: datetime) -> None:
    town = make_town(now)
    count(now)
    with pytest.raises(ProgrammingError, match="permission denied"), acting(town.actor(town.mark)):
        connection.cursor().execute("update figures_measure set count = 7")


def test_a_measure_is_read_with_the_figures_of_its_own_municipality_only(now: datetime) -> None:
    town = make_town(now)
    count(now)
    with acting(town.actor(town.jorien)):
        assert not Measure.objects.exists()
    with acting(town.actor(town.mark)):
        assert set(Measure.objects.values_list("organisation__name", flat=True)) == {"Zeewaard"}
