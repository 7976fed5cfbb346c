"""The letter as DOCX, PDF and JSON, opened and read back: all three say the same (BR-122)."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from kring.steering.figures.documents import BadTemplate, as_docx, as_json, as_pdf
from kring.steering.figures.documents.forms import OWN_TEMPLATE
from kring.steering.figures.documents.template import build
from kring.steering.figures.rules.letter import Letter, checksum, from_data, to_data
from kring.steering.figures.rules.letter_words import cases, enumerated, explanation, paragraphs, per_municipality
from tests.figures.letters import BARE, CLOSED, OPEN


def docx_text(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)


def pdf_text(content: bytes) -> str:
    pages = (" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages)
    return " ".join(pages)


def test_the_sentences_of_the_letter_of_2018() -> None:
    assert cases(OPEN) == "Aan Netwerk Versterkt deden 35 cliënten mee: Jeugd (24 casussen) en Wmo (11 casussen)."
    assert per_municipality(OPEN) == (
        "4 cliënten binnen de gemeente Texel",
        "5 cliënten binnen de gemeente Schagen",
        "5 cliënten binnen de gemeente Hollands Kroon",
        "21 cliënten binnen de gemeente Den Helder",
    )
    assert " ".join(explanation(OPEN)) == (
        "Aantallen onder de 10 staan in deze brief door een besluit van Petra Vos namens het college op "
        "28 oktober 2026. De reden: de deelnemers stemden in."
    )


def test_hidden_figures_in_words() -> None:
    assert per_municipality(CLOSED)[0] == "minder dan 10 cliënten binnen de gemeente Texel"
    assert per_municipality(CLOSED)[2] == "een aantal cliënten dat wij niet noemen binnen de gemeente Hollands Kroon"
    assert explanation(CLOSED)[0].startswith("Aantallen onder de 10 noemen wij niet")


@pytest.mark.parametrize(
    ("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_enumerations(parts: list[str], text: str) -> None:
    assert enumerated(parts) == text


def test_an_empty_line_divides_paragraphs() -> None:
    assert paragraphs("een\r\nregel\r\n\r\n\r\ntwee ") == ("een regel", "twee")


def test_the_json_has_the_golden_figures_in_order() -> None:
    """BR-125."""
    data = json.loads(as_json(OPEN))
    assert [figure["value"] for figure in data["figures"]] == [24, 11, 35, 4, 5, 5, 21]
    assert data["definitions"][0]["unit"] == "deelnames"
    assert data["counted_on"] == "2026-11-01"


def test_the_json_says_why_a_figure_is_missing() -> None:
    texel = json.loads(as_json(CLOSED))["figures"][3]
    assert (texel["value"], texel["text"], texel["hidden_because"]) == (None, "< 10", "het aantal is te klein")


def test_the_checksum_holds_and_changes_with_one_figure() -> None:
    data = json.loads(as_json(OPEN))
    sha = data.pop("sha256")
    assert checksum(data) == sha
    data["figures"][0]["value"] = 25
    assert checksum(data) != sha


@pytest.mark.parametrize("letter", [OPEN, CLOSED, BARE], ids=["open", "closed", "bare"])
def test_a_stored_letter_comes_back_as_it_was(letter: Letter) -> None:
    assert from_data(json.loads(json.dumps(to_data(letter)))) == letter


def test_a_letter_of_a_later_form_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="vorm 2"):
        from_data({**to_data(OPEN), "form": 2})


@pytest.mark.parametrize(
    "says",
    [
        "Gemeente Den Helder",
        "Aan de leden van de gemeenteraad",
        "KR26-001",
        "Inleiding",
        "De werkwijze",
        "Aantal casussen",
        "21 cliënten binnen de gemeente Den Helder",
        "Belangrijkste resultaten",
        "Hulpverleners & vrijwilligers <samen>.",
        "Borging",
        "Den Helder, 1 november 2026",
        "Burgemeester en wethouders van Den Helder,",
        "Bijlage: wat de cijfers betekenen",
        "Casussen per domein (P-01)",
    ],
)
def test_docx_and_pdf_have_the_form_of_the_letters(says: str) -> None:
    assert says in docx_text(as_docx(OPEN))
    assert says in pdf_text(as_pdf(OPEN))


def test_a_text_that_is_not_written_has_no_heading() -> None:
    for text in (docx_text(as_docx(BARE)), pdf_text(as_pdf(BARE))):
        assert "Aantal casussen" in text
        assert "Borging" not in text
        assert "De werkwijze" not in text


def test_the_table_of_the_docx_has_a_header_row_and_every_figure() -> None:
    table = Document(BytesIO(as_docx(CLOSED))).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Groep", "Naam", "Aantal"]
    assert rows[1] == ["Domein", "Jeugd", "24"]
    assert ["Gemeente", "Hollands Kroon", "afgeschermd"] in rows
    assert "tblHeader" in table._tbl.xml


def test_the_docx_says_what_it_is_and_in_which_language() -> None:
    properties = Document(BytesIO(as_docx(OPEN))).core_properties
    assert (properties.title, properties.author) == ("Resultaten Netwerk Versterkt", "Den Helder")
    assert "nl-NL" in ZipFile(BytesIO(as_docx(OPEN))).read("word/styles.xml").decode()


def test_the_pdf_is_tagged_for_screen_readers() -> None:
    reader = PdfReader(BytesIO(as_pdf(OPEN)))
    root = reader.root_object
    assert str(root["/Lang"]) == "nl-NL"
    assert "/StructTreeRoot" in root
    assert isinstance(marks := root["/MarkInfo"], DictionaryObject)
    assert marks["/Marked"]
    assert isinstance(about := root["/Metadata"], StreamObject)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in about.get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == "Resultaten Netwerk Versterkt"


def test_the_same_letter_gives_the_same_pdf() -> None:
    assert as_pdf(OPEN) == as_pdf(OPEN)


def test_the_shipped_template_is_the_one_that_its_builder_makes() -> None:
    """Rebuild it with `python -m kring.steering.figures.documents.template`."""
    ours, fresh = ZipFile(OWN_TEMPLATE), ZipFile(BytesIO(build()))
    assert ours.namelist() == fresh.namelist()
    for name in ("word/document.xml", "word/styles.xml"):
        assert ours.read(name) == fresh.read(name)


def own_template(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def swelling() -> bytes:
    """Thirty kilobytes that become thirty megabytes."""
    out = BytesIO(own_template("{{ gemeente }}"))
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b"0" * 30_000_000)
    return out.getvalue()


BOMB = swelling()


def test_a_municipality_may_use_its_own_template() -> None:
    text = docx_text(as_docx(OPEN, own_template("{{ gemeente }} schrijft: {{ casussen }}")))
    assert text.startswith("Den Helder schrijft: Aan Netwerk Versterkt deden 35 cliënten mee")


@pytest.mark.parametrize(
    ("template", "says"),
    [
        (b"geen zip", "geen Word-document"),
        (own_template("{{ gemeente "), "klopt niet"),
        (own_template("{{ ''.__class__.__mro__[1].__subclasses__() }}"), "klopt niet"),
        (own_template("{% for x in cijfers %}"), "klopt niet"),
        (own_template("{{ gemente }}"), "gemente"),
        (own_template("{{ 'a' * 10000000000 }}"), "te groot of te ingewikkeld"),
        (own_template("{{ 9 ** 9 ** 9 }}"), "te groot of te ingewikkeld"),
        (own_template("{{ '%1000000000d' % 1 }}"), "te groot of te ingewikkeld"),
        (own_template("{{ 'a' | center(1000000000) }}"), "klopt niet"),
        (own_template("{% for x in range(100000) %}{% endfor %}"), "klopt niet"),
        (BOMB, "te groot of te ingewikkeld"),
    ],
    ids=[
        "not a document",
        "open brace",
        "escape from the sandbox",
        "no end",
        "unknown name",
        "a long text",
        "a large number",
        "a wide number",
        "a wide text",
        "a long loop",
        "a file that swells",
    ],
)
def test_a_bad_template_says_what_is_wrong(template: bytes, says: str) -> None:
    with pytest.raises(BadTemplate, match=says):
        as_docx(OPEN, template)
