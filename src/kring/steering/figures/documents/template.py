"""Makes the Word template that Kring ships: `python -m kring.steering.figures.documents.template` writes it anew.

A municipality may replace it by its own: a Word document with the names of `content.Content` between {{ }}.
"""

from datetime import datetime
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell

from kring.steering.figures.documents.forms import OWN_TEMPLATE

COLOUR: Final = RGBColor(0x0F, 0x5C, 0x63)
FONT: Final = "Arial"
MADE: Final = datetime(2026, 11, 1)  # noqa: DTZ001  a property of the file, without a zone


def build() -> bytes:
    """The template's bytes."""
    document = Document()
    _look(document)
    _head(document)
    _story(document)
    _figures(document)
    _ending(document)
    _annex(document)
    document.sections[0].footer.paragraphs[0].text = "{{ voettekst }}"
    properties = document.core_properties
    properties.title, properties.author, properties.language = "Raadsinformatiebrief", "Kring", "nl-NL"
    properties.created = properties.modified = MADE
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _look(document: Docx) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.4)
    for name, size in (("Normal", 10.5), ("Title", 18), ("Heading 1", 16), ("Heading 2", 12), ("Heading 3", 11)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(kind), FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        if name != "Normal":
            style.font.color.rgb = COLOUR
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    document.styles["Normal"].element.get_or_add_rPr().append(language)


def _head(document: Docx) -> None:
    name = document.add_paragraph()
    run = name.add_run("Gemeente {{ gemeente }}")
    run.bold, run.font.size, run.font.color.rgb = True, Pt(14), COLOUR
    document.add_paragraph("Aan de leden van de gemeenteraad")
    for label, value in (("Datum", "datum"), ("Kenmerk", "kenmerk"), ("Onderwerp", "onderwerp")):
        line = document.add_paragraph(f"{label}:\t{{{{ {value} }}}}")
        line.paragraph_format.tab_stops.add_tab_stop(Cm(3))
        line.paragraph_format.space_after = Pt(0)
    document.add_heading("Raadsinformatiebrief: {{ onderwerp }}", level=1)
    document.add_paragraph("Geachte leden van de gemeenteraad,")


def _story(document: Docx) -> None:
    _section(document, "Inleiding", "inleiding")
    _section(document, "De werkwijze", "werkwijze")


def _section(document: Docx, title: str, name: str, style: str | None = None) -> None:
    """A heading with its paragraphs or lines; nothing at all when there are none."""
    document.add_paragraph(f"{{%p if {name} %}}")
    document.add_heading(title, level=2)
    _each(document, name, style)
    document.add_paragraph("{%p endif %}")


def _each(document: Docx, name: str, style: str | None = None) -> None:
    document.add_paragraph(f"{{%p for tekst in {name} %}}")
    document.add_paragraph("{{ tekst }}", style=style)
    document.add_paragraph("{%p endfor %}")


def _figures(document: Docx) -> None:
    document.add_heading("Aantal casussen", level=2)
    document.add_paragraph(
        "{{ casussen }}{% if gemeenten %} De volgende aantallen cliënten per gemeente deden mee:{% endif %}"
    )
    _each(document, "gemeenten", "List Bullet")
    _table(document)
    document.add_paragraph()
    _each(document, "uitleg")


def _table(document: Docx) -> None:
    table = document.add_table(rows=4, cols=3, style="Table Grid")
    head, start, row, end = table.rows
    for cell, words in zip(head.cells, ("Groep", "Naam", "Aantal"), strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    head._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001  python-docx has no word for a header row
    start.cells[0].text = "{%tr for rij in cijfers %}"
    for cell, words in zip(row.cells, ("{{ rij.groep }}", "{{ rij.naam }}", "{{ rij.aantal }}"), strict=True):
        cell.text = words
    end.cells[0].text = "{%tr endfor %}"
    for each in (head, row):
        _to_the_right(each.cells[2])


def _to_the_right(cell: _Cell) -> None:
    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _ending(document: Docx) -> None:
    _section(document, "Belangrijkste resultaten", "resultaten", "List Bullet")
    _section(document, "Borging", "borging")
    document.add_paragraph("{{ plaats }}, {{ datum }}")
    document.add_paragraph("Hoogachtend,")
    document.add_paragraph("Burgemeester en wethouders van {{ gemeente }},")
    line = document.add_paragraph("de secretaris,\tde burgemeester,")
    line.paragraph_format.tab_stops.add_tab_stop(Cm(8))


def _annex(document: Docx) -> None:
    title = document.add_heading("Bijlage: wat de cijfers betekenen", level=2)
    title.paragraph_format.page_break_before = True
    document.add_paragraph(
        "De cijfers zijn geteld op {{ peildatum }}. Zij liggen vast en worden voor deze brief niet opnieuw geteld."
    )
    document.add_paragraph("{%p for een in definities %}")
    document.add_heading("{{ een.naam }} ({{ een.code }})", level=3)
    document.add_paragraph("{{ een.betekenis }}")
    document.add_paragraph("Eenheid: {{ een.eenheid }}. Bron: {{ een.bron }}. Peildatum: {{ peildatum }}.")
    document.add_paragraph("{%p endfor %}")
    document.add_heading("Kleine aantallen", level=3)
    document.add_paragraph(
        "Bij publicatie noemen wij aantallen onder de {{ drempel }} niet zonder een besluit met naam en reden."
    )
    document.add_heading("Controlegetal", level=3)
    document.add_paragraph("{{ controlegetal }}")


if __name__ == "__main__":
    OWN_TEMPLATE.write_bytes(build())
