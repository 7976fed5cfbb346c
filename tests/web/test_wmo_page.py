"""Henk Vos works an investigation on the page, Marloes reads it, and both letters say what the page says."""

import io
import re
from datetime import datetime

import pytest
from django.urls import reverse
from pypdf import PdfReader

from kring.ground.access import roles
from kring.practice.investigation.models import Investigation
from kring.practice.investigation.rules.blocks import Block
from kring.practice.investigation.rules.steps import State
from tests.access.people import give_role
from tests.plans.family import Family, make_family
from tests.web.statements import statements
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db
MOST = 10


@pytest.fixture
def family(now: datetime) -> Family:
    family = make_family(now)
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL, laws=["wmo"])
    return family


@pytest.fixture
def henk(family: Family) -> Visitor:
    return signed_in(family.town.henk.id)


def url(family: Family, name: str = "wmo", *args: object) -> str:
    return reverse(name, args=[family.id, *args])


def report(family: Family, henk: Visitor) -> Investigation:
    """By the form, as it stands on the page of the dossier."""
    told = {
        "subject": str(family.subject("Marloes Bakker")),
        "reported_on": "20-10-2026",
        "reported_by": "Marloes Bakker",
        "need": "Ik red het huis niet meer.",
    }
    page = henk.press(henk.get(url(family, "wmo_report_need")), "Bevestig de melding", told)
    assert "bevestigd" in page.text
    with family.acting("henk"):
        return Investigation.objects.get()


def fill(family: Family, henk: Visitor, row: Investigation) -> None:
    """What goes before, the start, and all seven blocks."""
    before = {"safety": "safe", "client_offered_on": "21-10-2026", "client_answer": "nee, bedankt"}
    henk.press(henk.get(url(family, "wmo_before", row.id)), "Opslaan", before)
    henk.press(henk.get(url(family, "wmo_deed", row.id, "begin")), "Begin het onderzoek", {"on": "28-10-2026"})
    for block in Block:
        words = {"words": f"Over {block.value} zei ik iets.", "conclusion": f"Bij {block.value} is hulp nodig."}
        henk.press(henk.get(url(family, "wmo_block", row.id, block.value)), "Onderdeel opslaan", words)


def test_from_a_report_to_a_decision_by_the_forms(family: Family, henk: Visitor) -> None:
    row = report(family, henk)
    fill(family, henk, row)
    here = url(family, "wmo_investigation", row.id)
    assert "7 van 7" in henk.get(here).text
    for deed, button, answers, said in (
        ("verstuur", "Het verslag is verstuurd", {}, "Verslag verstuurd"),
        ("aanvraag", "Schrijf de aanvraag op", {}, "Aanvraag ontvangen"),
        ("besluit", "Schrijf het besluit op", {"decision": "granted"}, "Besluit genomen, toegekend"),
    ):
        assert url(family, "wmo_deed", row.id, deed) in henk.get(here).links()
        page = henk.press(henk.get(url(family, "wmo_deed", row.id, deed)), button, {"on": "01-11-2026", **answers})
        assert page.url.startswith(here)
        assert said.split(",")[0] in page.text
    with family.acting("henk"):
        assert Investigation.objects.get().state == State.DECIDED


def test_a_hard_word_in_a_conclusion_gets_a_tip_and_one_in_own_words_does_not(family: Family, henk: Visitor) -> None:
    row = report(family, henk)
    words = {"words": "Alvorens ik opsta, wacht ik.", "conclusion": "De zelfredzaamheid neemt af."}
    page = henk.press(henk.get(url(family, "wmo_block", row.id, "a")), "Onderdeel opslaan", words)
    assert "Een tip, het gezin leest dit ook. “zelfredzaamheid” is een lastig woord." in page.text
    assert "“alvorens”" not in page.text


def test_what_is_not_ready_is_said_in_the_form(family: Family, henk: Visitor) -> None:
    """BR-007, BR-006 and BR-005 come back at the form; twin: the whole way, above."""
    row = report(family, henk)
    for deed, button, said in (
        ("begin", "Begin het onderzoek", "basiszorg en veiligheid"),
        ("verstuur", "Het verslag is verstuurd", "nog niet weg"),
        ("aanvraag", "Schrijf de aanvraag op", "na het verslag"),
    ):
        page = henk.press(henk.get(url(family, "wmo_deed", row.id, deed)), button)
        assert page.status == 422
        assert said in page.text


def test_days_left_are_said_in_words_and_what_is_lacking_is_a_list(family: Family, henk: Visitor) -> None:
    row = report(family, henk)
    page = henk.get(url(family, "wmo_investigation", row.id))
    assert "Nog 30 dagen" in page.text
    assert "tot en met 1 december 2026" in page.text
    assert "Vul eerst in hoe het staat met basiszorg en veiligheid." in page.text


def test_a_clock_stands_still_with_a_reason_and_a_step_is_undone(family: Family, henk: Visitor) -> None:
    row = report(family, henk)
    stop = henk.get(url(family, "wmo_deed", row.id, "stilzetten"))
    page = henk.press(stop, "Zet de termijn stil", {"reason": "Marloes ligt in het ziekenhuis."})
    assert "De termijn staat stil" in page.text
    urgent = henk.get(url(family, "wmo_deed", row.id, "spoed"))
    page = henk.press(urgent, "Sla de hulp met spoed op", {"what": "Elke ochtend hulp bij het opstaan."})
    assert "Elke ochtend hulp bij het opstaan." in page.text
    page = henk.press(page, "Ongedaan maken")
    assert "Elke ochtend hulp bij het opstaan." not in page.text


def test_marloes_reads_her_own_and_others_nothing_of_it(family: Family, henk: Visitor) -> None:
    row = report(family, henk)
    fill(family, henk, row)
    here = url(family, "wmo_investigation", row.id)
    page = signed_in(family.marloes.id).get(here)
    assert "Over a zei ik iets." in page.text
    assert "Bij a is hulp nodig." in page.text
    assert not [link for link in page.links() if "/doe/" in link or "/onderdeel/" in link], "reading, no writing"
    for other in (family.stefan, family.town.jorien):
        assert signed_in(other.id).get(here).status == 404
        assert "Er is hier geen onderzoek" in signed_in(other.id).get(url(family)).text


def test_both_letters_say_on_paper_what_they_say_on_the_screen(family: Family, henk: Visitor) -> None:
    row = report(family, henk)
    fill(family, henk, row)
    for name, needs in (("wmo_confirmation", "Henk Prins belt u uiterlijk op 1 november 2026."),
                        ("wmo_outcome", "Wij vinden: Bij g is hulp nodig.")):  # fmt: skip
        page = henk.get(url(family, name, row.id))
        assert needs in page.text, page.text
        [body] = page.tree.xpath("//*[@lang='nl' and contains(@class, 'k-prose')]")
        made = henk.get(url(family, f"{name}_pdf", row.id)).response
        paper = PdfReader(io.BytesIO(bytes(getattr(made, "content", b""))))
        printed = re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in paper.pages))
        for sentence in body.xpath(".//p|.//li|.//h3"):
            assert re.sub(r"\s", "", sentence.text_content()) in printed
        assert "/StructTreeRoot" in paper.root_object, "tagged"


def test_ones_own_list_has_a_filter(family: Family, henk: Visitor) -> None:
    report(family, henk)
    page = henk.get(reverse("wmo_mine"))
    assert "Gezin De Wit-Bakker" in page.text
    assert "Hier staat niets" in henk.get(reverse("wmo_mine") + "?welke=late").text


def test_the_pages_ask_little(family: Family, henk: Visitor) -> None:
    row = report(family, henk)
    fill(family, henk, row)
    for way in (url(family), url(family, "wmo_investigation", row.id), url(family, "wmo_outcome", row.id),
                reverse("wmo_mine")):  # fmt: skip
        with statements() as asked:
            assert henk.get(way).status == 200
        assert len(asked) <= MOST, way
