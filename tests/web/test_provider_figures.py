"""Plans of providers per organisation and quarter, as a page and as a file: safe, and for who reads figures (2018)."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import StringIO

import pytest
from django.http import HttpResponse

from kring.ground.audit.models import LogLine
from kring.ground.shared.database import DatabaseRole
from kring.steering.figures.models import Measure
from tests.access.people import Town, make_town
from tests.conftest import speaking_as
from tests.figures.town import store_measures
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

DAY, EARLIER, BEFORE_THAT = date(2026, 10, 31), date(2026, 9, 30), date(2026, 9, 29)
PAGE, FILE = "/gebieden/aanbieders/", "/gebieden/aanbieders/cijfers.csv"
KADE, VUUR = "Jeugdzorg De Kade", "Vuurtoren Thuiszorg"
ANSWERS = ("met", "zonder", "geen", "wacht")
LARGE = {KADE: (24, 12, 8, 6), VUUR: (9, 11, 7, 13)}
SMALL = {KADE: (24, 12, 8, 6), VUUR: (9, 11, 7, 3)}


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def mark(town: Town) -> Visitor:
    return signed_in(town.mark.id)


def store(town: Town, told: Mapping[str, tuple[int, ...]], day: date = DAY) -> None:
    """As the nightly count leaves it."""
    with speaking_as(DatabaseRole.SNAPSHOT):
        Measure.objects.bulk_create(
            Measure(
                organisation=town.municipality, counted_on=day, indicator="aanbieders", provider=provider,
                category=category, count=count,
            )
            for provider, counts in told.items()
            for category, count in zip(ANSWERS, counts, strict=True)
        )  # fmt: skip


def rows_of(page: Page) -> list[list[str]]:
    table = page.tree.xpath("//table[caption[normalize-space()='Per aanbieder']]")[0]
    return [
        [" ".join(cell.text_content().split()) for cell in row.xpath("./th | ./td")] for row in table.xpath(".//tr")
    ]


def lines_of(page: Page) -> Sequence[dict[str, str]]:
    assert page.status == 200
    assert isinstance(page.response, HttpResponse)
    return list(csv.DictReader(StringIO(page.response.content.decode("utf-8-sig")), delimiter=";"))


def test_each_provider_stands_beside_all_of_them(town: Town, mark: Visitor) -> None:
    store(town, LARGE)
    page = mark.get(PAGE)
    assert rows_of(page)[1:] == [
        [KADE, "24", "12", "8", "6", "67%"],
        [VUUR, "9", "11", "7", "13", "45%"],
        ["Alle aanbieders", "33", "23", "15", "19", "59%"],
    ]
    assert "33 van 56 plannen" in page.text
    assert "kwartaal 4 van 2026, tot en met 31 oktober 2026" in page.text
    assert "Indicator aanbieders." in page.text


def test_a_small_count_is_nowhere_on_the_page_or_in_the_file(town: Town, mark: Visitor) -> None:
    store(town, SMALL)
    page = mark.get(PAGE)
    [vuur] = [row for row in rows_of(page) if row[0] == VUUR]
    assert vuur[4].startswith("< 5")
    assert "Niet getoond: het aantal is te klein." in page.text
    lines = {(line["aanbieder"], line["cijfer"]): line for line in lines_of(mark.get(FILE))}
    waits = lines[(VUUR, "nog geen antwoord")]
    assert (waits["aantal"], waits["niet getoond omdat"]) == ("< 5", "het aantal is te klein")
    assert "3" not in {line["aantal"] for line in lines.values()}


def test_the_file_has_the_same_figures_and_taking_it_is_logged(town: Town, mark: Visitor) -> None:
    store(town, LARGE)
    page = mark.get(FILE)
    assert page.response["Content-Disposition"] == 'attachment; filename="aanbieders-zeewaard-2026-10-31.csv"'
    kade = lines_of(page)[0]
    assert (kade["gemeente"], kade["aanbieder"], kade["kwartaal"]) == ("Zeewaard", KADE, "kwartaal 4 van 2026")
    assert (kade["aantal"], kade["van"], kade["procent"], kade["peildatum"]) == ("24", "36", "67", "2026-10-31")
    with speaking_as(DatabaseRole.OWNER):
        assert LogLine.objects.filter(what="area.providers.export", event="export").exists()


def test_a_name_in_the_file_is_no_formula(town: Town, mark: Visitor) -> None:
    store(town, {"=1+1": (9, 9, 9, 9)})
    assert "'=1+1" in {line["aanbieder"] for line in lines_of(mark.get(FILE))}


def test_an_earlier_quarter_is_chosen_by_its_last_count(town: Town, mark: Visitor) -> None:
    store(town, LARGE)
    store(town, {VUUR: (30, 10, 9, 8)}, EARLIER)
    store(town, {VUUR: (20, 10, 9, 8)}, BEFORE_THAT)
    page = mark.get(PAGE)
    choices = [" ".join(one.text.split()) for one in page.tree.xpath("//select[@name='peildatum']/option")]
    assert choices == [
        "kwartaal 4 van 2026, t/m 31 oktober",
        "kwartaal 3 van 2026, t/m 30 september",
    ]
    before = mark.press(page, "Toon", {"peildatum": EARLIER.isoformat()})
    assert rows_of(before)[1] == [VUUR, "30", "10", "9", "8", "75%"]
    assert f"{FILE}?peildatum=2026-09-30" in before.links()
    for wrong in (BEFORE_THAT.isoformat(), "gisteren"):
        assert mark.get(f"{PAGE}?peildatum={wrong}").status == 404


@pytest.mark.parametrize(("who", "status"), [("mark", 200), ("annet", 200), ("jorien", 403), ("fatima", 403)])
def test_who_reads_figures_reads_these(town: Town, who: str, status: int) -> None:
    """The denial's twin is Mark, who sees the same pages; a provider does not read of the others."""
    store(town, LARGE)
    visitor = signed_in(getattr(town, who).id)
    for url in (PAGE, FILE):
        assert visitor.get(url).status == status


def test_of_another_organisation_there_is_nothing(town: Town, mark: Visitor) -> None:
    assert mark.get(f"{PAGE}?gemeente={town.municipality.id}").status == 200
    assert mark.get(f"{PAGE}?gemeente={town.provider.id}").status == 404


def test_before_the_first_count_and_before_the_first_question_the_next_step_is_named(town: Town, mark: Visitor) -> None:
    assert "Er is nog niet geteld" in mark.get(PAGE).text
    store_measures(town.municipality, DAY, "regie", [(None, "wel", 9, None)])
    assert "De regisseur vraagt het in het plan van een gezin" in mark.get(PAGE).text
    assert mark.get(FILE).status == 404


def test_the_areas_lead_to_it_and_it_asks_little(town: Town, mark: Visitor) -> None:
    store(town, LARGE)
    assert PAGE in mark.get("/gebieden/").links()
    with statements() as cost:
        assert mark.get(PAGE).status == 200
    assert len(cost) <= 10, cost.tables
