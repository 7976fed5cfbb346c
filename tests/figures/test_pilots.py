"""A pilot counts deelnames: one client, one municipality, one domain of entry, whatever other laws the plan has."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection

from kring.ground.access.actor import acting
from kring.ground.access.parts import Law
from kring.ground.audit.models import LogLine
from kring.ground.audit.trail import recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.households.models import Household, HouseholdMember
from kring.steering.figures.models import Participation, Pilot
from kring.steering.figures.queries.pilots import find_pilot, pilot_page, pilots
from kring.steering.figures.rules.pilots import PilotFigures
from kring.steering.figures.services.disclosure import decide_disclosure, withdraw_disclosure
from kring.steering.figures.services.participations import Entry, add_participation, withdraw_participation
from kring.steering.figures.services.pilots import PilotDetails, PilotTexts, change_pilot, start_pilot, write_texts
from tests.access.people import actor_of, make_subject
from tests.conftest import speaking_as
from tests.figures.town import STARTED, Region, doing, fill_as_in_2018, let_in, make_region, start_netwerk_versterkt

pytestmark = pytest.mark.django_db


def figures(region: Region, pilot: Pilot, day: date | None = None) -> PilotFigures:
    with acting(region.petra_acts):
        return pilot_page(pilot, day or region.at.date()).figures


def texts(of: PilotFigures) -> list[str]:
    return [value.text for value in (*of.by_domain.values(), of.total, *of.by_municipality.values())]


def open_up(region: Region, pilot: Pilot) -> None:
    with doing(region.petra_acts):
        decide_disclosure(
            actor=region.petra_acts, pilot=pilot, who="Petra Vos", reason="De deelnemers stemden hiermee in."
        )


def test_the_pilot_of_2018_counts_as_the_letter_did(now: datetime) -> None:
    """BR-125, with the decision that the letter of 2018 implied."""
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    fill_as_in_2018(region, pilot)
    open_up(region, pilot)
    assert texts(figures(region, pilot)) == ["24", "11", "35", "4", "5", "5", "21"]


def test_without_a_decision_the_small_cell_and_a_second_one_are_hidden(now: datetime) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    fill_as_in_2018(region, pilot)
    assert texts(figures(region, pilot)) == ["24", "11", "35", "< 5", "afgeschermd", "5", "21"]


def test_a_withdrawn_decision_hides_them_again(now: datetime) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    fill_as_in_2018(region, pilot)
    open_up(region, pilot)
    with doing(region.petra_acts):
        withdraw_disclosure(actor=region.petra_acts, pilot=pilot)
    assert "afgeschermd" in texts(figures(region, pilot))


def test_a_second_law_or_a_shared_household_changes_nothing(now: datetime) -> None:
    """Counting provisions by law gives 41, counting households 33: the pilot still has 35 deelnames."""
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    clients = fill_as_in_2018(region, pilot)
    with speaking_as(DatabaseRole.IMPORT):
        for number, client in enumerate(clients):
            laws = (Law.JEUGDWET, Law.WMO) if number < 6 else (Law.WMO,)
            Provision.objects.bulk_create(
                [Provision(subject=client, law=law, product="hulp", started_on=STARTED, source="test") for law in laws]
            )
        homes = [Household.objects.create(controller_id=client.controller_id) for client in clients[:33]]
        for client, home in zip(clients, [*homes, homes[0], homes[1]], strict=True):
            HouseholdMember.objects.create(household=home, subject=client, started_on=STARTED)
    with speaking_as(DatabaseRole.SNAPSHOT):
        by_law = Counter(Provision.objects.values_list("law", flat=True))
        households = HouseholdMember.objects.values("household").distinct().count()
    assert (sum(by_law.values()), households) == (41, 33)
    assert (by_law["jeugdwet"], by_law["wmo"]) != (24, 11)
    open_up(region, pilot)
    assert texts(figures(region, pilot))[:3] == ["24", "11", "35"]


def test_one_client_more_changes_the_figures(now: datetime) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    fill_as_in_2018(region, pilot)
    open_up(region, pilot)
    let_in(region, pilot, make_subject(region.municipalities["Texel"], "Sanne"), domain=Law.WMO)
    assert texts(figures(region, pilot)) == ["24", "12", "36", "5", "5", "5", "21"]


def test_a_client_counts_once_in_whatever_domain(now: datetime) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    sanne = make_subject(region.den_helder, "Sanne")
    let_in(region, pilot, sanne, domain=Law.WMO)
    with pytest.raises(Refused, match="telt één keer"):
        let_in(region, pilot, sanne, domain=Law.JEUGDWET)


def test_a_withdrawn_deelname_no_longer_counts_and_may_return(now: datetime) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    clients = [make_subject(region.den_helder, f"Cliënt {number}") for number in range(12)]
    for client in clients:
        let_in(region, pilot, client, domain=Law.WMO)
    petra = region.petra_acts
    with doing(petra):
        withdraw_participation(actor=petra, pilot=pilot, subject=clients[0].id, municipality=region.den_helder.id)
    assert figures(region, pilot).total.text == "11"
    assert figures(region, pilot, now.date() - timedelta(days=1)).total.text == "12"
    let_in(region, pilot, clients[0], domain=Law.JEUGDWET)
    with pytest.raises(Refused, match="doet niet mee"), doing(petra):
        withdraw_participation(
            actor=petra,
            pilot=pilot,
            subject=make_subject(region.den_helder, "Ander").id,
            municipality=region.den_helder.id,
        )


def test_a_deelname_counts_from_its_first_day(now: datetime) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    fill_as_in_2018(region, pilot)
    assert texts(figures(region, pilot, STARTED - timedelta(days=1))) == ["0", "0", "0", "0", "0"]


@pytest.mark.parametrize(
    ("day", "says"), [(date(2026, 4, 30), "liep de pilot niet"), (date(2026, 5, 1), "doet niet mee aan de pilot")]
)
def test_only_a_municipality_of_the_pilot_within_its_period(now: datetime, day: date, says: str) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    where = region.den_helder if day < STARTED else region.town.municipality
    mark = actor_of(region.town.mark.id, now) if day >= STARTED else region.petra_acts
    with pytest.raises(Refused, match=says), doing(mark):
        add_participation(actor=mark, pilot=pilot, entry=Entry(make_subject(where, "Sanne").id, where.id, Law.WMO, day))


def test_a_client_of_another_municipality_is_refused_by_the_database(now: datetime) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    elsewhere = make_subject(region.town.municipality, "Sanne")
    with pytest.raises(IntegrityError, match="cannot take part"), doing(region.petra_acts):
        add_participation(
            actor=region.petra_acts, pilot=pilot, entry=Entry(elsewhere.id, region.den_helder.id, Law.WMO, STARTED)
        )


@pytest.mark.parametrize("who", ["annet", "jorien", "fatima", "bram"])
def test_others_neither_start_pilots_nor_let_clients_in(now: datetime, who: str) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    actor = actor_of(getattr(region.town, who).id, now)
    client = make_subject(region.den_helder, "Sanne")
    with pytest.raises(Refused), doing(actor):
        add_participation(actor=actor, pilot=pilot, entry=Entry(client.id, region.den_helder.id, Law.WMO, STARTED))
    with pytest.raises(Refused), doing(actor):
        decide_disclosure(actor=actor, pilot=pilot, who="Ik", reason="Omdat het kan.")
    with pytest.raises(Refused), doing(actor):
        write_texts(actor=actor, pilot=pilot, texts=PilotTexts("", "", "", ""))
    with pytest.raises(Refused), doing(actor):
        start_pilot(actor=actor, organisation=region.den_helder.id, details=details(region, "nieuw"))


def details(region: Region, slug: str, *towns: str) -> PilotDetails:
    ids = tuple(region.municipalities[name].id for name in towns or ("Den Helder",))
    return PilotDetails(slug, "Tien gezinnen", "Stapeling voorkomen.", STARTED, None, ids)


def test_the_application_reads_no_deelname_and_writes_none(now: datetime) -> None:
    """The twin: the counting role sees that the row is there."""
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    let_in(region, pilot, make_subject(region.den_helder, "Sanne"), domain=Law.WMO)
    for statement in ("select * from figures_participation", "delete from figures_participation"):
        with pytest.raises(ProgrammingError, match="permission denied"), acting(region.petra_acts):
            connection.cursor().execute(statement)
    with speaking_as(DatabaseRole.SNAPSHOT):
        assert Participation.objects.count() == 1


def test_without_a_key_the_doors_of_the_database_stay_shut(now: datetime) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    fill_as_in_2018(region, pilot)
    client = make_subject(region.den_helder, "Sanne")
    jorien = actor_of(region.town.jorien.id, now)
    with acting(jorien), connection.cursor() as cursor:
        cursor.execute("select count(*) from gate.pilot_counts(%s, %s)", [pilot.id, now.date()])
        assert cursor.fetchone() == (0,)
        cursor.execute("select gate.leave_pilot(%s, %s, %s)", [pilot.id, client.id, now.date()])
        assert cursor.fetchone() == (False,)
    with pytest.raises(ProgrammingError, match="no key"), acting(jorien), connection.cursor() as cursor:
        cursor.execute(
            "select gate.join_pilot(gen_random_uuid(), %s, %s, %s, 'wmo', %s)",
            [pilot.id, client.id, region.den_helder.id, STARTED],
        )


def test_every_deed_is_logged_with_its_reason(now: datetime) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    client = make_subject(region.den_helder, "Sanne")
    petra = region.petra_acts
    with recording("test") as trail, acting(petra):
        add_participation(actor=petra, pilot=pilot, entry=Entry(client.id, region.den_helder.id, Law.WMO, STARTED))
        decide_disclosure(actor=petra, pilot=pilot, who="Petra Vos", reason="De raad vroeg om alle cijfers.")
        write(trail)
    with speaking_as(DatabaseRole.OWNER):
        lines = {line.what: line for line in LogLine.objects.filter(what__startswith="figures.")}
    assert lines["figures.participation_added"].subjects == [client.id]
    assert lines["figures.disclosure_decided"].ground == "De raad vroeg om alle cijfers."


@pytest.mark.parametrize(("who", "reason"), [("", "Omdat"), ("Petra", "  ")])
def test_a_decision_names_who_and_why(now: datetime, who: str, reason: str) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    with pytest.raises(Refused, match="wie dit besloot"), doing(region.petra_acts):
        decide_disclosure(actor=region.petra_acts, pilot=pilot, who=who, reason=reason)


def test_two_decisions_at_a_time_are_one_too_many(now: datetime) -> None:
    region = make_region(now)
    pilot = start_netwerk_versterkt(region)
    open_up(region, pilot)
    with pytest.raises(Refused, match="al een besluit"):
        open_up(region, pilot)


def test_a_pilot_can_get_a_municipality_and_another_order_and_loses_none(now: datetime) -> None:
    region = make_region(now)
    petra = region.petra_acts
    with doing(petra):
        pilot = start_pilot(actor=petra, organisation=region.den_helder.id, details=details(region, "tien"))
        change_pilot(actor=petra, pilot=pilot, details=details(region, "tien", "Texel", "Den Helder"))
        assert [town.name for town in pilot_page(pilot, now.date()).towns] == ["Texel", "Den Helder"]
    with pytest.raises(Refused, match="kan niet uit de pilot"), doing(petra):
        change_pilot(actor=petra, pilot=pilot, details=details(region, "tien", "Texel"))
    with pytest.raises(Refused, match="korte naam"), doing(petra):
        start_pilot(actor=petra, organisation=region.den_helder.id, details=details(region, "tien"))


def test_the_list_of_pilots_has_the_newest_first(now: datetime) -> None:
    region = make_region(now)
    start_netwerk_versterkt(region)
    with doing(region.petra_acts):
        start_pilot(
            actor=region.petra_acts,
            organisation=region.den_helder.id,
            details=PilotDetails(
                "tien", "Tien gezinnen", "Stapeling.", date(2026, 9, 1), None, (region.den_helder.id,)
            ),
        )
        assert [line.name for line in pilots(region.petra_acts)] == ["Tien gezinnen", "Netwerk Versterkt"]


def test_a_pilot_of_others_is_not_there(now: datetime) -> None:
    """The twin: Petra finds it."""
    region = make_region(now)
    start_netwerk_versterkt(region)
    mark = actor_of(region.town.mark.id, now)
    with acting(mark):
        assert pilots(mark) == ()
        assert find_pilot(mark, "netwerk-versterkt") is None
    with acting(region.petra_acts):
        assert find_pilot(region.petra_acts, "netwerk-versterkt") is not None
