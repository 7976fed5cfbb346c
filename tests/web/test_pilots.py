"""The pages about pilots: begin, let clients in, decide, write, freeze and download, with the real buttons."""

import json
from datetime import datetime
from io import BytesIO
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from docx import Document
from pypdf import PdfReader

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.parts import Law
from kring.ground.access.services import NewMember, assign_role, open_dossier
from kring.ground.audit.models import LogLine
from kring.ground.shared.database import DatabaseRole
from kring.practice.leads.services import appoint
from kring.steering.figures.models import Pilot
from kring.steering.figures.queries.pilots import pilot_page
from tests.access.people import actor_of, make_subject
from tests.conftest import speaking_as
from tests.figures.test_letter_documents import own_template
from tests.figures.town import Region, doing, fill_as_in_2018, let_in, make_region, start_netwerk_versterkt
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

PILOT = "/pilots/netwerk-versterkt/"
NEW = {
    "name": "Tien gezinnen",
    "slug": "tien-gezinnen",
    "purpose": "Stapeling voorkomen.",
    "started_on": "1-5-2026",
    "municipalities": "Texel\nDen Helder",
}
DECISION = {"who": "Petra Vos, namens het college", "reason": "De deelnemers stemden in."}


@pytest.fixture
def region(now: datetime) -> Region:
    return make_region(now)


@pytest.fixture
def pilot(region: Region) -> Pilot:
    pilot = start_netwerk_versterkt(region)
    fill_as_in_2018(region, pilot)
    return pilot


@pytest.fixture
def petra(region: Region) -> Visitor:
    return signed_in(region.petra.id)


def file(visitor: Visitor, url: str) -> bytes:
    response = visitor.get(url).response
    assert isinstance(response, HttpResponse)
    return response.content


def bars(page: Page) -> list[tuple[str, str]]:
    """Name and figure of each bar, from the table beside the drawing."""
    rows = page.tree.xpath("//figure//table//tbody/tr")
    cells = [[" ".join(cell.text_content().split()) for cell in row.xpath("./th | ./td")] for row in rows]
    return [(name, figure) for _group, name, figure in cells]


def test_the_pilot_shows_its_deelnames_safely_and_says_why(petra: Visitor, pilot: Pilot) -> None:
    page = petra.get(PILOT)
    assert bars(page) == [
        ("Jeugd", "24"),
        ("Wmo", "11"),
        ("Texel", "< 5"),
        ("Schagen", "afgeschermd"),
        ("Hollands Kroon", "5"),
        ("Den Helder", "21"),
    ]
    assert "Texel: niet getoond, het aantal is te klein." in page.text
    assert "Schagen: niet getoond, anders is een klein aantal terug te rekenen" in page.text
    assert "Indicator P-01." in page.text


def test_a_decision_opens_the_figures_and_its_withdrawal_hides_them(petra: Visitor, pilot: Pilot) -> None:
    opened = petra.press(petra.get(PILOT), "Besluit vastleggen", DECISION)
    assert ("Texel", "4") in bars(opened)
    assert "Petra Vos, namens het college" in opened.text
    closed = petra.press(opened, "Besluit intrekken")
    assert ("Texel", "< 5") in bars(closed)
    with speaking_as(DatabaseRole.OWNER):
        deeds = LogLine.objects.filter(what__startswith="figures.disclosure").values_list("what", "ground")
        assert set(deeds) == {
            ("figures.disclosure_decided", "De deelnemers stemden in."),
            ("figures.disclosure_withdrawn", ""),
        }


def test_a_decision_without_a_reason_comes_back(petra: Visitor, pilot: Pilot) -> None:
    page = petra.press(petra.get(PILOT), "Besluit vastleggen", {"who": "Petra Vos"})
    assert page.status == 422
    assert page.tree.xpath("//details[@open]//textarea[@name='reason']")


def test_a_pilot_is_begun_by_its_form(petra: Visitor, region: Region) -> None:
    page = petra.press(
        petra.get("/pilots/nieuw/"), "Pilot beginnen", NEW | {"leader": str(region.municipalities["Texel"].id)}
    )
    assert page.url == "/pilots/tien-gezinnen/"
    assert "Er doet nog niemand mee" in page.text
    with acting(region.petra_acts):
        made = pilot_page(Pilot.objects.get(slug="tien-gezinnen"), region.at.date())
    assert (made.leader, [town.name for town in made.towns]) == ("Texel", ["Texel", "Den Helder"])


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("municipalities", "Elders", "Deze gemeente is niet bekend: Elders"),
        ("slug", "netwerk-versterkt", "al een pilot met deze korte naam"),
        ("slug", "nieuw", "is van een bladzijde van Kring"),
        ("slug", "met spatie", "Voer een geldige"),
        ("ended_on", "1-4-2026", "ligt voor het begin"),
        ("started_on", "31-2-2026", "Deze datum klopt niet"),
        ("name", "", "verplicht"),
    ],
)
def test_a_form_that_is_not_right_says_what_to_do(
    petra: Visitor, pilot: Pilot, field: str, value: str, says: str
) -> None:
    page = petra.press(petra.get("/pilots/nieuw/"), "Pilot beginnen", NEW | {field: value})
    assert page.status == 422
    assert says in page.text


def test_the_details_can_be_changed_and_a_municipality_stays(petra: Visitor, pilot: Pilot) -> None:
    form = petra.get(PILOT + "gegevens/")
    refused = petra.press(form, "Opslaan", {"municipalities": "Texel"})
    assert (refused.status, "kan niet uit de pilot" in refused.text) == (422, True)
    done = petra.press(form, "Opslaan", {"name": "Netwerk Versterkt 2", "ended_on": "31-12-2026"})
    assert "Netwerk Versterkt 2" in done.text
    assert "tot en met 31 december 2026" in done.text


def as_chooser(region: Region) -> Visitor:
    """Mark chooses for Den Helder too, and has named a family there."""
    system = system_actor(region.at)
    with doing(system):
        assign_role(
            actor=system,
            account=region.town.mark.id,
            role=roles.CHOOSER.code,
            organisation=region.den_helder.id,
            ground="aanstelling",
        )
    return signed_in(region.town.mark.id)


def test_the_chooser_lets_a_client_in_and_takes_it_back(region: Region, pilot: Pilot) -> None:
    mark = as_chooser(region)
    client = make_subject(region.den_helder, "Sanne de Wit")
    dossier = open_for_den_helder(region, client.id)
    form = mark.get(PILOT + "deelname/")
    assert "De Wit: Sanne de Wit" in form.text
    answers = {"client": str(client.id), "domain": "wmo", "started_on": "1-6-2026"}
    added = mark.press(form, "Deelname toevoegen", answers)
    assert ("Wmo", "12") in bars(added)
    again = mark.press(form, "Deelname toevoegen", answers | {"domain": "jeugdwet"})
    assert (again.status, "telt één keer" in again.text) == (422, True)
    gone = mark.press(form, "Deelname intrekken", answers)
    assert ("Wmo", "11") in bars(gone)
    twice = mark.press(form, "Deelname intrekken", answers)
    assert "doet niet mee" in twice.text
    with speaking_as(DatabaseRole.OWNER):
        read = LogLine.objects.filter(what="pilot.participations.entry", event="read").first()
        assert read is not None
        assert (read.dossier, read.subjects) == (dossier, [client.id])


def test_when_somebody_leads_the_chooser_finds_a_client_by_the_place_in_the_family(
    region: Region, pilot: Pilot
) -> None:
    """Who named the household sees no names any more."""
    mark = as_chooser(region)
    names = ("Sanne de Wit", "Noah", "Liv")
    people = [make_subject(region.den_helder, name) for name in names]
    acts = actor_of(region.town.mark.id, region.at)
    with doing(acts):
        members = [NewMember(one.id, role) for one, role in zip(people, ("moeder", "kind", "kind"), strict=True)]
        dossier = open_dossier(
            actor=acts, controller=region.den_helder.id, label="De Wit", members=members, ground="onderzoek"
        )
        appoint(actor=acts, dossier=dossier, lead=region.town.jorien, deputy=region.town.naima, chosen_by_family=True)
    form = mark.get(PILOT + "deelname/")
    offered = [" ".join(one.text_content().split()) for one in form.tree.xpath("//select[@name='client']/option")]
    assert {"De Wit: moeder", "De Wit: kind 1", "De Wit: kind 2"} <= set(offered)
    assert not any(name in form.text for name in names)
    answers = {"client": str(people[0].id), "domain": "wmo", "started_on": "1-6-2026"}
    assert ("Wmo", "12") in bars(mark.press(form, "Deelname toevoegen", answers))


def open_for_den_helder(region: Region, client: UUID) -> UUID:
    """A dossier that Mark has brought by name; he sees its members."""
    mark = actor_of(region.town.mark.id, region.at)
    members = [NewMember(client, "moeder")]
    with doing(mark):
        return open_dossier(
            actor=mark, controller=region.den_helder.id, label="De Wit", members=members, ground="onderzoek"
        ).id


def test_who_sees_no_dossiers_is_told_whom_to_ask(petra: Visitor, pilot: Pilot) -> None:
    page = petra.get(PILOT + "deelname/")
    assert "U ziet nog geen dossiers van deze gemeente" in page.text
    assert "Vraag de procesregisseur" in page.text


def test_nobody_reads_who_takes_part(region: Region, petra: Visitor, pilot: Pilot) -> None:
    let_in(region, pilot, make_subject(region.den_helder, "Sanne de Wit"), domain=Law.WMO)
    for url in (PILOT, PILOT + "deelname/", PILOT + "brief/"):
        assert "Sanne" not in petra.get(url).text


def test_from_texts_to_a_frozen_letter_and_its_files(petra: Visitor, pilot: Pilot) -> None:
    petra.press(petra.get(PILOT), "Besluit vastleggen", DECISION)
    texts = {"introduction": "Waarom.", "approach": "Samen.", "results": "Beter\nSneller", "embedding": "Blijft."}
    draft = petra.press(petra.get(PILOT + "teksten/"), "Opslaan en brief bekijken", texts)
    assert "4 cliënten binnen de gemeente Texel" in draft.text
    assert "de brief noemt wie dat besloot en waarom" in draft.text
    letter = petra.press(draft, "Brief vastleggen", {"reference": "RI17.0153", "dated_on": "23-1-2026"})
    assert "Den Helder, 23 januari 2026" in letter.text
    links = {link.rstrip("/").rsplit("/", 1)[-1]: link for link in letter.links() if link.startswith(letter.url)}
    data = json.loads(file(petra, links["json"]))
    assert [figure["value"] for figure in data["figures"]] == [24, 11, 35, 4, 5, 5, 21]
    docx = petra.get(links["docx"]).response
    document = Document(BytesIO(file(petra, links["docx"])))
    assert docx["Content-Disposition"] == 'attachment; filename="raadsbrief-netwerk-versterkt-2026-01-23.docx"'
    assert "Sneller" in [one.text for one in document.paragraphs]
    assert "RI17.0153" in PdfReader(BytesIO(file(petra, links["pdf"]))).pages[0].extract_text()
    assert petra.get(letter.url + "exe/").status == 404
    assert "RI17.0153" in petra.get(PILOT).text


def test_the_draft_says_what_is_missing_before_it_is_frozen(petra: Visitor, pilot: Pilot) -> None:
    page = petra.get(PILOT + "brief/")
    for said in ("nog geen tekst bij “De werkwijze”", "zijn afgeschermd omdat ze klein zijn", "KR26-001"):
        assert said in page.text
    letter = petra.press(page, "Brief vastleggen")
    used = petra.press(petra.get(PILOT + "brief/"), "Brief vastleggen", {"reference": "KR26-001"})
    assert letter.status == 200
    assert (used.status, "al een brief met dit kenmerk" in used.text) == (422, True)


def test_a_frozen_letter_keeps_its_figures(region: Region, petra: Visitor, pilot: Pilot) -> None:
    letter = petra.press(petra.get(PILOT + "brief/"), "Brief vastleggen")
    let_in(region, pilot, make_subject(region.den_helder, "Sanne"), domain=Law.WMO)
    assert "Aan Netwerk Versterkt deden 35 cliënten mee" in petra.get(letter.url).text
    assert "Aan Netwerk Versterkt deden 36 cliënten mee" in petra.get(PILOT + "brief/").text


def upload(petra: Visitor, name: str, content: bytes) -> Page:
    page = petra.get(PILOT + "brief/sjabloon/")
    [token] = page.tree.xpath("//form[@enctype]//input[@name='csrfmiddlewaretoken']/@value")
    data = {"csrfmiddlewaretoken": token, "file": SimpleUploadedFile(name, content)}
    response = petra.client.post(PILOT + "brief/sjabloon/vervangen/", data, follow=True)
    return Page(HttpResponse(response.content, status=response.status_code), PILOT)


def test_a_municipality_replaces_the_template_and_goes_back(petra: Visitor, pilot: Pilot) -> None:
    assert Document(BytesIO(file(petra, PILOT + "brief/sjabloon/bestand/"))).paragraphs
    done = upload(petra, "huisstijl.docx", own_template("Van {{ gemeente }}"))
    assert "uw eigen sjabloon huisstijl.docx" in done.text
    letter = petra.press(petra.get(PILOT + "brief/"), "Brief vastleggen")
    [link] = [link for link in letter.links() if link.endswith("/docx/")]
    assert Document(BytesIO(file(petra, link))).paragraphs[0].text == "Van Den Helder"
    back = petra.press(petra.get(PILOT + "brief/sjabloon/"), "Terug naar het sjabloon van Kring")
    assert "Het Word-bestand gebruikt het sjabloon van Kring" in back.text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"geen Word", "geen Word-document"),
        (own_template("{{ gemente }}"), "klopt niet"),
        (b"x" * (2 * 1024 * 1024 + 1), "groter dan 2 MB"),
    ],
    ids=["no document", "unknown name", "too large"],
)
def test_a_template_that_cannot_be_used_is_refused(petra: Visitor, pilot: Pilot, content: bytes, says: str) -> None:
    page = upload(petra, "huisstijl.docx", content)
    assert (page.status, says in page.text) == (422, True)


def test_who_appoints_keeps_a_pilot_and_writes_no_letter(region: Region, petra: Visitor, pilot: Pilot) -> None:
    """Handbook §5: a council letter is RW for policy only."""
    system = system_actor(region.at)
    with doing(system):
        assign_role(
            actor=system,
            account=region.town.annet.id,
            role=roles.CHOOSER.code,
            organisation=pilot.organisation_id,
            ground="aanstelling",
        )
    annet = signed_in(region.town.annet.id)
    page = annet.get(PILOT)
    assert "Besluit vastleggen" in page.buttons()
    assert PILOT + "brief/" not in page.links()
    assert PILOT + "brief/" in petra.get(PILOT).links()
    assert annet.get(PILOT + "gegevens/").status == 200
    for url in ("brief/", "brief/sjabloon/"):
        assert annet.get(PILOT + url).status == 403
        assert petra.get(PILOT + url).status == 200


def test_a_participating_municipality_reads_and_its_adviser_changes_nothing(region: Region, pilot: Pilot) -> None:
    system = system_actor(region.at)
    with doing(system):
        assign_role(
            actor=system,
            account=region.town.annet.id,
            role=roles.POLICY.code,
            organisation=region.municipalities["Texel"].id,
            ground="aanstelling",
        )
    visitor = signed_in(region.town.annet.id)
    page = visitor.get(PILOT)
    assert ("Jeugd", "24") in bars(page)
    assert "Besluit vastleggen" not in page.buttons()
    for url in ("brief/", "teksten/", "gegevens/", "brief/sjabloon/"):
        assert visitor.get(PILOT + url).status == 403


@pytest.mark.parametrize(
    ("who", "status"), [("mark", 404), ("annet", 404), ("jorien", 403), ("fatima", 403), ("bram", 403)]
)
def test_a_stranger_finds_no_pilot(region: Region, petra: Visitor, pilot: Pilot, who: str, status: int) -> None:
    """The twin: Petra finds each of these pages."""
    letter = petra.press(petra.get(PILOT + "brief/"), "Brief vastleggen").url
    visitor = signed_in(getattr(region.town, who).id)
    for url in (PILOT, PILOT + "brief/", PILOT + "teksten/", PILOT + "deelname/", letter, letter + "pdf/"):
        assert visitor.get(url).status == status
        assert petra.get(url).status == 200


def test_a_stranger_changes_nothing(region: Region, pilot: Pilot) -> None:
    visitor = signed_in(region.town.jorien.id)
    visitor.get("/")
    token = {"csrfmiddlewaretoken": visitor.client.cookies["csrftoken"].value}
    for url in ("besluit/", "teksten/opslaan/", "gegevens/wijzigen/", "brief/vastleggen/", "deelname/toevoegen/"):
        assert visitor.client.post(PILOT + url, token).status_code == 403
    assert visitor.client.post("/pilots/beginnen/", token).status_code == 403


def test_without_pilots_each_role_reads_its_next_step(region: Region, petra: Visitor) -> None:
    assert "Pilot beginnen" in petra.get("/pilots/").text
    annet = signed_in(region.town.annet.id).get("/pilots/")
    assert "De beleidsadviseur of procesregisseur van uw gemeente begint een pilot" in annet.text


def test_the_number_of_queries_does_not_grow_with_the_deelnames(region: Region, petra: Visitor, pilot: Pilot) -> None:
    petra.get(PILOT)
    with statements() as few:
        petra.get(PILOT)
    for number in range(5):
        let_in(region, pilot, make_subject(region.den_helder, f"Cliënt {number}"), domain=Law.WMO)
    with statements() as many:
        petra.get(PILOT)
    assert len(many) == len(few)
    asked = many.tables
    assert asked[:7] == [
        "access_roleassignment",
        "figures_pilot",
        "configuration_settingvalue",
        "figures_disclosuredecision",
        "figures_pilotmunicipality",
        "gate.pilot_counts",
        "figures_councilletter",
    ]
    assert len(asked) <= 10, "the shell round the page asks too much"


def test_the_list_needs_as_many_queries_for_one_pilot_as_for_four(region: Region, petra: Visitor, pilot: Pilot) -> None:
    petra.get("/pilots/")
    with statements() as few:
        petra.get("/pilots/")
    for number in range(3):
        answers = NEW | {"slug": f"pilot-{number}", "leader": str(region.den_helder.id)}
        petra.press(petra.get("/pilots/nieuw/"), "Pilot beginnen", answers)
    with statements() as many:
        petra.get("/pilots/")
    assert len(many) == len(few)
