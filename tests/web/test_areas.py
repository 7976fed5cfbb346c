"""The pages about areas: safe figures, each with its definition, for whoever may see them and for nobody else."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from io import StringIO
from uuid import UUID

import pytest
from django.http import HttpResponse
from procrastinate.contrib.django.models import ProcrastinateJob

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.roles import POLICY
from kring.ground.access.services import assign_role
from kring.ground.areas.models import Area, Neighbourhood
from kring.ground.audit.models import LogLine
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from tests.access.people import Town, make_town
from tests.conftest import speaking_as
from tests.figures.town import make_areas, make_policy_adviser, store_measures
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 31)
LEADS = ((30, 12), (17, 10), (28, 3))
PLANS = ((20, 13, 9), (10, 8, 9), (10, 14, 7))
ASKED = ((21, 9), (14, 12), (18, 8))
LAWS = ((40, 21, 12, 6), (61, 33, 13, 7), (37, 20, 11, 1))
ACTIONS = ((30, 14, 8, 25), (41, 22, 9, 36), (33, 18, 7, 29))
SMALL = ("3", "1")
"""The two counts of Zuid that must not be read anywhere."""


def store(town: Town, areas: Sequence[Area], day: date = DAY) -> None:
    """Three areas with figures of which two are too small."""
    tables = {
        "regie": (("wel", "niet"), LEADS),
        "plan": (("informeel", "zonder", "geen"), PLANS),
        "eerst": (("op_tijd", "later"), ASKED),
        "wetten": (("1", "2", "3", "4"), LAWS),
    }
    for tally, (categories, rows) in tables.items():
        cells = [
            (area.id, category, n, None)
            for area, row in zip(areas, rows, strict=True)
            for category, n in zip(categories, row, strict=True)
        ]
        store_measures(town.municipality, day, tally, cells)
    doers = ("family", "network", "volunteer", "professional")
    actions: list[tuple[UUID | None, str, int, int | None]] = []
    for area, row in zip(areas, ACTIONS, strict=True):
        actions += [(area.id, doer, n, min(n, 20)) for doer, n in zip(doers, row, strict=True)]
        actions.append((area.id, "samen", sum(row), 25))
    store_measures(town.municipality, day, "acties", actions)


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def areas(town: Town) -> list[Area]:
    found = make_areas(town.municipality, "Zeewaard-Midden", "Zeewaard-Noord", "Zeewaard-Zuid")
    store(town, found)
    return found


@pytest.fixture
def mark(town: Town) -> Visitor:
    return signed_in(town.mark.id)


def rows_of(page: Page) -> list[list[str]]:
    table = page.tree.xpath("//table[caption[normalize-space()='Alle gebieden naast elkaar']]")[0]
    return [
        [" ".join(cell.text_content().split()) for cell in row.xpath("./th | ./td")] for row in table.xpath(".//tr")
    ]


def test_the_areas_stand_beside_each_other_with_the_municipality(mark: Visitor, areas: list[Area]) -> None:
    rows = rows_of(mark.get("/gebieden/"))
    assert rows[0][:3] == ["Gebied", "Gezinnen", "Eén regisseur"]
    assert [row[0] for row in rows[1:]] == ["Zeewaard-Midden", "Zeewaard-Noord", "Zeewaard-Zuid", "Zeewaard"]
    assert rows[1][1:4] == ["42", "71%", "79%"]
    assert rows[-1][1:3] == ["100", "75%"]


def test_what_is_hidden_carries_its_reason_in_words(mark: Visitor, areas: list[Area]) -> None:
    page = mark.get("/gebieden/")
    zuid = rows_of(page)[3]
    assert zuid[2].startswith("afgeschermd")
    assert "Niet getoond: anders is een klein aantal terug te rekenen uit het totaal." in page.text
    for note in page.tree.xpath("//sup/a/@href"):
        assert page.tree.xpath(f"//*[@id='{note.removeprefix('#')}']")


def test_a_small_count_is_nowhere_on_the_page_or_in_the_file(mark: Visitor, areas: list[Area]) -> None:
    page = mark.get("/gebieden/")
    texts = page.tree.xpath("//main//td/text() | //main//th/text() | //main//text/text() | //main//dd/text()")
    assert not {text.strip() for text in texts} & set(SMALL)
    lines = csv_lines(mark.get("/gebieden/cijfers.csv"))
    assert not {line["aantal"] for line in lines} & set(SMALL)


def csv_lines(page: Page) -> list[dict[str, str]]:
    assert page.status == 200
    assert isinstance(page.response, HttpResponse)
    return list(csv.DictReader(StringIO(page.response.content.decode("utf-8-sig")), delimiter=";"))


def test_the_file_has_the_same_safe_figures(mark: Visitor, areas: list[Area]) -> None:
    page = mark.get("/gebieden/cijfers.csv")
    assert page.response["Content-Disposition"] == 'attachment; filename="cijfers-zeewaard-2026-10-31.csv"'
    lines = {(line["gebied"], line["code"], line["categorie"]): line for line in csv_lines(page)}
    midden, zuid = lines[("Zeewaard-Midden", "I-01", "")], lines[("Zeewaard-Zuid", "I-01", "")]
    assert (midden["aantal"], midden["van"], midden["procent"], midden["eenheid"]) == ("30", "42", "71", "gezinnen")
    assert (zuid["aantal"], zuid["procent"]) == ("afgeschermd", "afgeschermd")
    assert zuid["niet getoond omdat"].startswith("anders is een klein aantal")
    assert lines[("hele gemeente", "I-04", "eigen netwerk")]["aantal"] == "54"
    assert midden["peildatum"] == "2026-10-31"


def test_a_name_in_the_file_is_no_formula(mark: Visitor, town: Town) -> None:
    [area, *_rest] = areas = make_areas(town.municipality, "=1+1", "Noord", "Zuid")
    store(town, areas)
    assert f"'{area.name}" in {line["gebied"] for line in csv_lines(mark.get("/gebieden/cijfers.csv"))}


def test_the_export_is_logged(mark: Visitor, areas: list[Area]) -> None:
    mark.get("/gebieden/cijfers.csv")
    with speaking_as(DatabaseRole.OWNER):
        assert LogLine.objects.filter(what="area.export", event="export").exists()


def test_every_figure_has_its_definition_and_its_table_one_tap_away(mark: Visitor, areas: list[Area]) -> None:
    page = mark.get("/gebieden/")
    said = [" ".join(one.text_content().split()) for one in page.tree.xpath("//details")]
    for code in ("I-01", "I-02", "I-03", "I-04", "I-05", "I-07"):
        assert any(f"Indicator {code}." in text and "Peildatum: 31 oktober 2026" in text for text in said)
    drawings = page.tree.xpath("//figure")
    assert len(drawings) == 6
    assert all(figure.xpath(".//details//table") and figure.xpath(".//svg") for figure in drawings)


def test_one_area_stands_beside_the_others(mark: Visitor, areas: list[Area], town: Town) -> None:
    with speaking_as(DatabaseRole.OWNER):
        Area.objects.filter(id=areas[0].id).update(team=town.team)
        Neighbourhood.objects.create(
            municipality=town.municipality, area=areas[0], code="BU09990001", name="Havenkwartier"
        )
    page = mark.get(f"/gebieden/{areas[0].id}/")
    assert page.tree.xpath("string(//h1)") == "Zeewaard-Midden"
    for said in ("Gebiedsteam Noord", "Havenkwartier", "71%", "30 van 42 gezinnen", "1,8 lopende acties per gezin"):
        assert said in page.text
    assert f"/gebieden/{areas[1].id}/" in page.links()


def test_a_hidden_key_figure_says_why(mark: Visitor, areas: list[Area]) -> None:
    page = mark.get(f"/gebieden/{areas[2].id}/")
    assert "van 31 gezinnen; niet getoond: anders is een klein aantal terug te rekenen" in page.text


def test_under_twenty_families_there_is_no_percentage(mark: Visitor, town: Town) -> None:
    """BR-121."""
    [area] = make_areas(town.municipality, "Zeewaard-Noord")
    store_measures(town.municipality, DAY, "regie", [(area.id, "wel", 9, None), (area.id, "niet", 8, None)])
    store_measures(town.municipality, DAY, "plan", [(area.id, "informeel", 9, None), (area.id, "geen", 8, None)])
    page = mark.get("/gebieden/")
    assert rows_of(page)[1][1:3] == ["17", "te weinig 1"]
    assert "onder de twintig tonen we geen percentage" in page.text
    assert page.text.count("Nergens zijn er genoeg gezinnen om een percentage te tonen.") == 4, "no empty charts"


def test_an_unknown_area_is_a_row_of_its_own(mark: Visitor, areas: list[Area], town: Town) -> None:
    for tally, category in (("regie", "wel"), ("plan", "geen")):
        store_measures(town.municipality, DAY, tally, [(None, category, 25, None)])
    rows = rows_of(mark.get("/gebieden/"))
    assert rows[-2][:2] == ["Gebied onbekend", "25"]


def test_an_earlier_count_can_be_chosen(mark: Visitor, areas: list[Area], town: Town) -> None:
    store_measures(town.municipality, date(2026, 9, 30), "regie", [(areas[0].id, "wel", 40, None)])
    store_measures(town.municipality, date(2026, 9, 30), "plan", [(areas[0].id, "geen", 40, None)])
    page = mark.press(mark.get("/gebieden/"), "Toon", {"peildatum": "2026-09-30"})
    assert rows_of(page)[1][:3] == ["Zeewaard-Midden", "40", "100%"]
    assert any("peildatum=2026-09-30" in link for link in page.links())
    assert mark.get("/gebieden/?peildatum=2026-09-29").status == 404
    assert mark.get("/gebieden/?peildatum=gisteren").status == 404


def test_the_page_opens_on_where_the_reader_works_and_others_can_be_chosen(
    now: datetime, town: Town, areas: list[Area]
) -> None:
    """De Kade comes first by name; Petra works in Zeewaard."""
    petra = signed_in(make_policy_adviser(now, town.municipality, town.provider).id)
    page = petra.get("/gebieden/")
    assert "sociaal domein van Zeewaard" in page.text
    choices = page.tree.xpath("//select[@name='gemeente']/option")
    assert [choice.text for choice in choices] == ["Zeewaard", "Jeugdzorg De Kade"]
    chosen = petra.press(page, "Toon", {"gemeente": str(town.provider.id)})
    assert chosen.tree.xpath("//select[@name='gemeente']/option[@selected]")[0].text == "Jeugdzorg De Kade"
    back = petra.press(chosen, "Toon", {"gemeente": str(town.municipality.id)})
    assert "sociaal domein van Zeewaard" in back.text


def test_who_works_elsewhere_starts_with_the_first_by_name(now: datetime, town: Town, areas: list[Area]) -> None:
    """Fatima works at De Kade and reads the figures of Zeewaard only."""
    with recording("test"), acting(system_actor(now)):
        assign_role(
            actor=system_actor(now), account=town.fatima.id, role=POLICY.code,
            organisation=town.municipality.id, ground="gedeelde adviseur",
        )  # fmt: skip
    assert "sociaal domein van Zeewaard" in signed_in(town.fatima.id).get("/gebieden/").text


@pytest.mark.parametrize(("who", "status"), [("mark", 200), ("annet", 200), ("jorien", 403), ("fatima", 403)])
def test_who_sees_figures(town: Town, areas: list[Area], who: str, status: int) -> None:
    """The denial's twin is Mark, who sees the same pages."""
    visitor = signed_in(getattr(town, who).id)
    for url in ("/gebieden/", f"/gebieden/{areas[0].id}/", "/gebieden/cijfers.csv"):
        assert visitor.get(url).status == status


def test_without_signing_in_one_comes_to_the_sign_in_page(areas: list[Area]) -> None:
    assert Visitor().get("/gebieden/").url.startswith("/account/login/")


def test_an_area_or_municipality_of_others_is_not_there(mark: Visitor, town: Town, areas: list[Area]) -> None:
    [elsewhere] = make_areas(town.provider, "Polderland-Oost")
    assert mark.get(f"/gebieden/{elsewhere.id}/").status == 404
    assert mark.get(f"/gebieden/?gemeente={town.provider.id}").status == 404
    assert mark.get("/gebieden/?gemeente=zeewaard").status == 404


def test_without_areas_the_next_step_is_named(mark: Visitor) -> None:
    page = mark.get("/gebieden/")
    assert "Er zijn nog geen gebieden" in page.text
    assert "Vraag de functioneel beheerder" in page.text
    assert mark.get("/gebieden/cijfers.csv").status == 404


def test_before_the_first_count_one_can_ask_for_it(mark: Visitor, town: Town) -> None:
    [area] = make_areas(town.municipality, "Zeewaard-Noord")
    page = mark.get("/gebieden/")
    assert "Er is nog niet geteld" in page.text
    assert mark.get(f"/gebieden/{area.id}/").status == 200
    done = mark.press(page, "Nu tellen")
    assert "Kring telt opnieuw" in done.text
    with speaking_as(DatabaseRole.JOBS):
        assert ProcrastinateJob.objects.filter(task_name="figures.count_now").count() == 1


def test_a_team_leader_reads_and_asks_for_no_count(town: Town, areas: list[Area]) -> None:
    visitor = signed_in(town.annet.id)
    page = visitor.get("/gebieden/")
    assert "Nu tellen" not in page.buttons()
    token = {"csrfmiddlewaretoken": visitor.client.cookies["csrftoken"].value}
    assert visitor.client.post("/gebieden/tellen/", token).status_code == 403


def test_the_number_of_queries_does_not_grow_with_the_areas(mark: Visitor, town: Town, areas: list[Area]) -> None:
    mark.get("/gebieden/")
    with statements() as few:
        mark.get("/gebieden/")
    more = make_areas(town.municipality, *[f"Wijk {number}" for number in range(9)])
    for three in (more[:3], more[3:6], more[6:]):
        store(town, three)
    with statements() as many:
        mark.get("/gebieden/")
    assert len(many) == len(few)
    asked = many.tables
    assert asked[:6] == [
        "access_roleassignment",
        "organisations_organisation",
        "figures_measure",
        "areas_areamunicipality",
        "figures_measure",
        "configuration_settingvalue",
    ]
    assert len(asked) <= 10, "the shell round the page asks too much"
