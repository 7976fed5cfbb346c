"""One family, one plan, one regisseur, told by real clicks: from the stack of an onderzoek to the plan on paper.

Mark finds a household with three laws and brings it into a dossier; Jorien writes the plan with the family. Who does
not work with it finds nothing of it, before and after.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject

from tests.stories.house import House

pytestmark = pytest.mark.browser

STUDY = "Pilot tien gezinnen"
REASON = "Hulp onder drie wetten of meer, en niemand die het geheel ziet."
QUESTION = "Wie belt er wie? Wij willen één iemand, en geen vijf gezichten aan de deur."
GOAL = "Dat we op zondag weer met z’n allen aan tafel zitten."
STEP = "Samen alle afspraken van de week op één vel zetten"
NEEDED = "Een professional gaat dit doen. Beantwoord eerst deze vraag"
OUTSIDE = ("Naima Haddou", "Fatima Amrani")
"""A colleague of another team, and one of another organisation."""


def test_from_the_stack_of_an_onderzoek_to_a_plan_on_paper(house: House, tmp_path: Path) -> None:
    outside = [house.enter(name) for name in OUTSIDE]
    before = [what_is_counted(page) for page in outside]
    mark = house.enter("Mark Dekker")
    finds_a_household_with_three_laws(mark)
    brings_it_on_name(mark)
    dossier = mark.url
    has_the_task_to_ask(mark, name_of(mark))
    appoints(mark, lead="Jorien Smit", deputy="Paula Stam")
    jorien = house.enter("Jorien Smit")
    opens_the_family(jorien, dossier)
    members = people_of(jorien)
    writes_down_the_answer_on_sharing(jorien, members[0])
    writes_the_question(jorien, members[0])
    writes_what_is_agreed(jorien)
    writes_a_goal(jorien, members[0])
    gives_a_professional_a_step_only_after_asking_who_else_can(jorien)
    gives_a_score(jorien, members[0], "4")
    lays_the_plan_down(jorien)
    the_paper_tells_the_same(downloads_the_plan(jorien, tmp_path), members)
    for page, counted in zip(outside, before, strict=True):
        finds_nothing_of_it(page, dossier, members)
        assert what_is_counted(page) == counted


# Mark, procesregisseur


def finds_a_household_with_three_laws(mark: Page) -> None:
    """One that nobody has brought on name yet, with grown-ups and children."""
    follows(mark, "Onderzoeken", STUDY)
    mark.get_by_label("Wetten tegelijk").select_option("3 of meer")
    mark.get_by_role("button", name="Toon", exact=True).click()
    new = mark.get_by_role("row").filter(has_text="2 volwassenen, ").filter(has_not_text="op naam").first
    new.get_by_role("link").click()
    expect(mark.get_by_role("heading", level=1)).to_have_text(re.compile(r"^Huishouden [0-9A-Z]{5}-[0-9A-Z]{5}$"))


def brings_it_on_name(mark: Page) -> None:
    follows(mark, "Breng op naam")
    mark.get_by_role("textbox", name="Waarom brengt u dit huishouden op naam?").fill(REASON)
    mark.get_by_role("button", name="Breng op naam").click()
    expect(mark.get_by_text("Op naam gebracht. Er staat een taak voor u klaar")).to_be_visible()


def name_of(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def people_of(page: Page) -> list[str]:
    """The members under the heading, the eldest first."""
    return page.get_by_role("list", name="Gezinsleden").locator("bdi").all_inner_texts()


def appoints(mark: Page, lead: str, deputy: str) -> None:
    """From then on the names are theirs: Mark sees who leads, and no longer who the members are."""
    expect(mark.get_by_role("list", name="Gezinsleden")).to_be_visible()
    follows(mark, "Regisseur aanwijzen")
    chooses(mark, "Regisseur", lead)
    chooses(mark, "Achtervang", deputy)
    mark.get_by_role("radio", name="Ja, het gezin koos deze regisseur").check()
    mark.get_by_role("button", name="Aanwijzen").click()
    expect(mark.get_by_text(f"{lead} is nu regisseur, en {deputy} achtervang.")).to_be_visible()
    expect(mark.get_by_role("list", name="Gezinsleden")).to_have_count(0)


def has_the_task_to_ask(mark: Page, household: str) -> None:
    """On Mark's day, with the way back to the family."""
    follows(mark, "Kring")
    tasks = mark.get_by_role("listitem").filter(has_text="Vraag het gezin of het een plan met één regisseur wil")
    tasks.get_by_role("link", name=household).click()


# Jorien, regisseur


def opens_the_family(jorien: Page, dossier: str) -> None:
    """From the notice that she leads."""
    expect(jorien.get_by_text("U bent aangewezen in een dossier.").first).to_be_visible()
    jorien.locator(f"main a[href='{urlsplit(dossier).path}']").first.click()
    expect(jorien).to_have_url(dossier)


def writes_down_the_answer_on_sharing(jorien: Page, member: str) -> None:
    """The care of one law opens only with the family's own yes, for what and why not with less."""
    follows(jorien, "Delen")
    card = jorien.get_by_role("region", name=member)
    card.get_by_text("Nog niet gevraagd").click()
    card.get_by_role("link", name=re.compile(f"{member}, Wmo$")).click()
    jorien.get_by_role("radio", name="Ja, de regisseur en de achtervang mogen dit zien").check()
    jorien.get_by_role("textbox", name="Wie gaf dit antwoord?").fill(member)
    jorien.get_by_role("textbox", name="Waarvoor is dit nodig?").fill("Om samen één plan te maken.")
    jorien.get_by_role("textbox", name="Waarom kan het niet zonder?").fill("Anders botsen de afspraken.")
    jorien.get_by_role("textbox", name="Kan het met minder?").fill("Nee: alleen welke hulp er is, niet meer.")
    jorien.get_by_role("button", name="Antwoord opslaan").click()
    expect(card.get_by_text("1 gedeeld, 1 van 8 gevraagd")).to_be_visible()


def writes_the_question(jorien: Page, member: str) -> None:
    follows(jorien, "Gezinsplan", "Vraag opschrijven")
    jorien.get_by_role("textbox", name="De vraag van het gezin").fill(QUESTION)
    jorien.get_by_role("textbox", name="Wie zei dit?").fill(member)
    jorien.get_by_role("button", name="Vraag opslaan").click()
    expect(jorien.get_by_text(f"“{QUESTION}”")).to_be_visible()


def writes_what_is_agreed(jorien: Page) -> None:
    """The list of what is still needed leads to each place."""
    needed = jorien.get_by_role("region", name="Nog nodig om dit plan vast te stellen")
    needed.get_by_role("link", name="Aanbieden en antwoord opschrijven").click()
    jorien.get_by_role("link", name="Aanbieden en antwoord opschrijven").click()
    jorien.get_by_role("radio", name="Nee, de ouders willen dat niet").check()
    jorien.get_by_role("textbox", name="Wanneer is het aangeboden?").fill("30-10-2026")
    jorien.get_by_role("button", name="Opslaan", exact=True).click()
    follows(jorien, "Gezinsplan")
    needed.get_by_role("link", name="Invullen").first.click()
    jorien.get_by_role("textbox", name="Wat gaat er goed?").fill("We lachen veel, en oma woont om de hoek.")
    jorien.get_by_role("textbox", name="Wanneer kijkt u samen terug?").fill("1-2-2027")
    jorien.get_by_role("textbox", name="Wie is de vaste contactpersoon?").fill("Jorien Smit, op werkdagen")
    jorien.get_by_role("button", name="Opslaan", exact=True).click()
    expect(needed.get_by_role("listitem")).to_have_text([re.compile("Er is nog geen doel in eigen woorden")])


def writes_a_goal(jorien: Page, member: str) -> None:
    follows(jorien, "Doel opschrijven")
    jorien.get_by_role("textbox", name="Wat wilt u bereiken?").fill(GOAL)
    jorien.get_by_role("textbox", name="Wie zei dit?").fill(member)
    jorien.get_by_role("textbox", name="Zo merken we dat het lukt").fill("Vier zondagen achter elkaar, tot 1-2-2027.")
    jorien.get_by_role("combobox", name="Waar gaat dit over?").select_option("thuis en opvoeden")
    jorien.get_by_role("textbox", name="Waarom is dit onderwerp nu aan de beurt?").fill(
        "De zondagen lopen uit de hand."
    )
    jorien.get_by_role("button", name="Doel opslaan").click()
    expect(jorien.get_by_text(f"“{GOAL}”")).to_be_visible()


def gives_a_professional_a_step_only_after_asking_who_else_can(jorien: Page) -> None:
    follows(jorien, "Actie toevoegen")
    jorien.get_by_role("textbox", name="Wat gaat er gebeuren?").fill(STEP)
    chooses(jorien, "Wie doet dit?", "Jorien Smit")
    jorien.get_by_role("textbox", name="Wanneer is het klaar?").fill("8-12-2026")
    jorien.get_by_role("button", name="Actie opslaan").click()
    expect(jorien.get_by_role("alert")).to_contain_text(NEEDED)
    expect(jorien.get_by_role("textbox", name="Wat gaat er gebeuren?")).to_have_value(STEP)
    expect(jorien.get_by_role("textbox", name="Wanneer is het klaar?")).to_have_value("8-12-2026")
    expect(jorien.get_by_role("combobox", name="Wie doet dit?")).to_have_value("professional|Jorien Smit")
    jorien.get_by_role("group", name=re.compile("Kan iemand")).get_by_role("radio", name="Nee", exact=True).check()
    chooses(jorien, "Waarom niet?", "de vraag vraagt vakkennis")
    jorien.get_by_role("button", name="Actie opslaan").click()
    expect(jorien.get_by_role("link", name=STEP)).to_be_visible()


def gives_a_score(jorien: Page, member: str, value: str) -> None:
    follows(jorien, "Cijfer geven")
    chooses(jorien, "Wie geeft dit cijfer?", member)
    jorien.get_by_role("radio", name=value, exact=True).check()
    jorien.get_by_role("button", name="Cijfer opslaan").click()
    expect(jorien.get_by_text("Het cijfer is opgeschreven.")).to_be_visible()


def lays_the_plan_down(jorien: Page) -> None:
    """Everyone from twelve, and who helps, says something of it."""
    follows(jorien, "Gezinsplan", "Naar vaststellen")
    for agreed in jorien.get_by_role("radio", name="eens", exact=True).all():
        agreed.check()
    jorien.get_by_role("button", name="Vaststellen").click()
    expect(jorien.get_by_text("Versie 1 is vastgesteld.")).to_be_visible()
    expect(jorien).to_have_url(re.compile(r"/plan/versies/1/$"))


def downloads_the_plan(jorien: Page, folder: Path) -> PdfReader:
    with jorien.expect_download() as waiting:
        jorien.get_by_role("link", name="Als pdf").click()
    assert waiting.value.suggested_filename == "plan.pdf"
    waiting.value.save_as(folder / "plan.pdf")
    return PdfReader(folder / "plan.pdf")


def the_paper_tells_the_same(paper: PdfReader, members: list[str]) -> None:
    """Own words and names, as PDF/UA: tagged, in Dutch, with a title."""
    text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    for said in (QUESTION, GOAL, STEP, "Jorien Smit", "Paula Stam", members[0]):
        assert said in text, said
    assert "/StructTreeRoot" in paper.root_object
    assert entry(paper, "/MarkInfo", "/Marked") == "True"
    assert entry(paper, "/ViewerPreferences", "/DisplayDocTitle") == "True"
    assert entry(paper, "/Lang") == "nl-NL"
    assert paper.xmp_metadata is not None
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper.xmp_metadata.stream.get_data()


def entry(paper: PdfReader, *keys: str) -> str:
    """What the catalogue of the file says here."""
    place: PdfObject = paper.root_object
    for key in keys:
        assert isinstance(place, DictionaryObject)
        place = place[key]
    return str(place)


# Who does not work with this family


def what_is_counted(page: Page) -> list[str]:
    """Every number that their own pages give: families, notices, tasks."""
    counted = []
    for address in ("/", "/gezinnen/", "/berichten/"):
        page.goto(address)
        text = page.get_by_role("main").inner_text()
        counted.append(" ".join(text.split()))
    return counted


def finds_nothing_of_it(page: Page, dossier: str, members: list[str]) -> None:
    for name in (members[0], members[0].split()[-1]):
        page.goto("/")
        page.get_by_role("searchbox", name="Zoek een gezin of persoon").fill(name)
        page.keyboard.press("Enter")
        expect(page.get_by_text("Niets gevonden")).to_be_visible()
    for part in ("", "plan/", "plan/vaststellen/", "plan/versies/1/", "plan/versies/1/plan.pdf", "hulp/", "delen/"):
        answer = page.request.get(dossier + part)
        assert (part, answer.status) == (part, 404)
        assert not any(name in answer.text() for name in members)
    page.goto(dossier)
    expect(page.get_by_role("heading", name="Deze bladzijde is er niet")).to_be_visible()


# What everybody does


def follows(page: Page, *links: str) -> None:
    for link in links:
        page.get_by_role("link", name=link).first.click()
        page.wait_for_load_state()


def chooses(page: Page, label: str, name: str) -> None:
    """From a list, by the beginning of the line."""
    box = page.get_by_role("combobox", name=label)
    lines = box.get_by_role("option").all_inner_texts()
    box.select_option(next(line for line in lines if line.startswith(name)))
