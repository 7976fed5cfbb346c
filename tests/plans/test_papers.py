"""Every paper for a family holds what PDF/UA-1 asks (docs/documents.md), and says it in plain words."""

import io
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from uuid import UUID

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from kring.practice.plans.documents import easy_pdf, letter_pdf, plan_pdf, summary_pdf
from kring.practice.plans.queries import AddedPosition, SummaryView
from kring.practice.plans.rules.content import PlanContent
from tests.plans.test_difference import action
from tests.plans.test_document import full_plan

DAY = date(2026, 11, 1)
ARABIC = SummaryView(UUID(int=1), "Arabisch", "هذه خطتكم.\n\nنأكل معا.", "Huda Saleh", DAY)
PAPERS = {
    "plan": lambda content: plan_pdf(content, house="Zeewaard"),
    "easy": lambda content: easy_pdf(content, house="Zeewaard"),
    "letter": lambda content: letter_pdf(content, house="Zeewaard", changes=["Nieuw: oma helpt."], on=DAY),
    "summary": lambda content: summary_pdf(content, ARABIC, house="Zeewaard"),
}
each = pytest.mark.parametrize("paper", PAPERS)
HEADINGS = re.compile(r"/H[1-6]")


def made(paper: str, content: PlanContent | None = None) -> PdfReader:
    return PdfReader(io.BytesIO(PAPERS[paper](content or full_plan())))


def text(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def elements(reader: PdfReader) -> Iterator[DictionaryObject]:
    """The structure of the document, in the order in which it is read aloud."""
    root = reader.root_object["/StructTreeRoot"]
    assert isinstance(root, DictionaryObject)
    yield from _below(root.get("/K"))


def _below(node: PdfObject | None) -> Iterator[DictionaryObject]:
    found = node.get_object() if node is not None else None
    if isinstance(found, ArrayObject):
        for one in found:
            yield from _below(one)
    elif isinstance(found, DictionaryObject) and "/S" in found:
        yield found
        yield from _below(found.get("/K"))


def kind_of(element: DictionaryObject) -> str:
    return str(element["/S"])


@each
def test_it_says_that_it_is_pdf_ua_and_is_tagged_in_dutch_with_a_title_that_names_nobody(paper: str) -> None:
    reader = made(paper)
    assert reader.xmp_metadata is not None
    assert b"<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.stream.get_data()
    marked, preferences = reader.root_object["/MarkInfo"], reader.root_object["/ViewerPreferences"]
    assert isinstance(marked, DictionaryObject)
    assert isinstance(preferences, DictionaryObject)
    assert (bool(marked["/Marked"]), bool(preferences["/DisplayDocTitle"])) == (True, True)
    assert str(reader.root_object["/Lang"]) == "nl-NL"
    assert reader.metadata is not None
    assert reader.metadata.title
    assert "Bakker" not in reader.metadata.title


@each
def test_headings_go_down_one_by_one_from_a_single_first(paper: str) -> None:
    levels = [int(kind[2]) for kind in map(kind_of, elements(made(paper))) if HEADINGS.fullmatch(kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@each
def test_every_picture_has_words_or_is_decoration_and_every_table_a_head(paper: str) -> None:
    for one in elements(made(paper)):
        if kind_of(one) == "/Figure":
            assert one.get("/Alt")
        if kind_of(one) == "/Table":
            assert any(kind_of(below) == "/TH" for below in _below(one.get("/K")))


@each
def test_every_letter_type_is_in_the_file_and_knows_its_characters(paper: str) -> None:
    for page in made(paper).pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]  # a page with words has fonts
        for font in fonts.values():
            inner = font.get_object()
            assert "/ToUnicode" in inner
            below = inner["/DescendantFonts"][0].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(below["/FontDescriptor"].get_object())


@each
def test_pages_are_read_in_the_order_of_the_structure(paper: str) -> None:
    assert {page["/Tabs"] for page in made(paper).pages if "/Tabs" in page} <= {"/S"}
    assert not made(paper).is_encrypted


def test_the_large_plan_says_one_thing_at_a_time_in_the_order_of_a_talk() -> None:
    said = text(made("easy"))
    parts = ("Onze vraag", "Dit willen we", "Wie doet wat?", "Hoe gaat het nu?", "Dit gaat goed", "Wat vindt iedereen",
             "Wanneer praten we weer?", "Is er iets?")  # fmt: skip
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    for line in (
        "Marloes geeft een 6. Eerst was het een 2.",
        "Post openen. Klaar op 1 december 2026.",
        "Stefan is het deels eens met het plan.",
        "Eerst de brieven.",
        "Bel Jorien Smit: 0999 555 01 23.",
    ):
        assert line in said, line


@pytest.mark.parametrize("paper", ["easy", "letter"])
def test_a_step_says_how_often_it_is_done_and_why_it_was_not_talked_over(paper: str) -> None:
    """BR-079: what the page says of a step, the papers in plain words say too."""
    content = full_plan()
    ground = "er was acuut gevaar en geen tijd om te bespreken"
    weekly = action("a1", "Post openen", rhythm="weekly", undiscussed=ground)
    content["goals"][0]["actions"] = [weekly, action("a2", "De huisarts bellen")]
    said = text(made(paper, content))
    assert f"Post openen. Elke week. Klaar op 1 december 2026. Niet samen besproken: {ground}." in said
    assert "De huisarts bellen. Klaar op 1 december 2026." in said


def test_the_large_plan_is_large_and_the_letter_is_no_longer_than_two_pages() -> None:
    sizes: set[float] = set()
    made("easy").pages[0].extract_text(visitor_text=lambda _text, _cm, tm, _font, size: sizes.add(round(size * tm[0])))
    assert 16 in sizes
    assert len(made("letter").pages) <= 2


def test_the_letter_tells_what_was_agreed_and_what_to_do_when_it_is_not_right() -> None:
    said = text(made("letter"))
    for line in (
        "Beste Marloes en Stefan,",
        "Op 1 november 2026 is uw plan vastgesteld.",
        "“Niet meer piekeren”",
        "oma Truus: Post openen. Klaar op 1 december 2026.",
        "Nieuw: oma helpt.",
        "Stefan is het deels eens met het plan.",
        "Eerst de brieven.",
        "Dat mag. Het staat ook in het plan.",
        "We kijken samen terug op 1 februari 2027.",
        "Zeg het tegen Jorien Smit 0999 555 01 23.",
    ):
        assert line in said, line


def test_who_agrees_reads_nothing_of_disagreement() -> None:
    content = full_plan()
    content["positions"] = [{"name": "Stefan", "position": "agrees", "remark": ""}]
    assert "Niet iedereen" not in text(made("letter", content))


def test_one_adult_reads_of_no_family() -> None:
    content = full_plan()
    content |= {"single": True, "label": "Corrie", "members": [{"name": "Corrie", "role": ""}], "familiegroepsplan": ""}
    content["goals"][0]["actions"] = [action("a1", "Bellen met de bank", "Corrie")]
    for paper in ("easy", "letter"):
        said = text(made(paper, content))
        assert "gezin" not in said.lower()
        assert "willen we" not in said


def test_a_summary_stands_with_the_name_of_the_interpreter() -> None:
    said = text(made("summary"))
    assert "Ons plan kort, in het Arabisch" in said
    assert "Deze samenvatting is van Huda Saleh, tolk. Gemaakt op 1 november 2026." in said
    languages = {str(one["/Lang"]) for one in elements(made("summary")) if "/Lang" in one}
    assert "ar" in languages


def test_the_plan_of_the_gi_leads_and_the_paper_says_so() -> None:
    """BR-033."""
    content = full_plan()
    content["variant"] = "gi"
    assert "Regie: de gecertificeerde instelling (GI). Dit plan is een bijlage" in text(made("plan", content))


def test_what_was_said_later_is_printed_with_its_day() -> None:
    """BR-020."""
    later = [AddedPosition("Jaylen", "disagrees", "Ik wil zelf kiezen.", date(2026, 11, 9))]
    said = text(PdfReader(io.BytesIO(plan_pdf(full_plan(), house="Zeewaard", later=later))))
    assert "Jaylen Niet eens Ik wil zelf kiezen. Later toegevoegd, op 9 november 2026." in said
