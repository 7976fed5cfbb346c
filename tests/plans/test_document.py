"""The plan on paper: accessible, in plain words, own words first, and nothing that only a colour says."""

import io
import re

import pytest
from pypdf import PdfReader

from kring.practice.plans.documents import plan_pdf
from kring.practice.plans.documents.typesetting import UNKNOWN, covered, printable
from kring.practice.plans.rules.content import PlanContent
from tests.plans.test_difference import action, goal, plan, score


def full_plan() -> PlanContent:
    """The plan of the family De Wit-Bakker with something in every part."""
    made = plan()
    made["lead"] = {"name": "Jorien Smit", "function": "coach", "organisation": "Zeewaard", "phone": "0999 555 01 23"}
    coach = action("a2", "Bellen met de energieleverancier", "Henk Prins")
    coach |= {"kind": "professional", "state": "failed", "result": "Nog een legitimatie nodig"}
    scores = (score("Marloes", 2, "2026-01-01"), score("Marloes", 6, "2026-09-01"), score("Stefan", 4, "2026-09-01"))
    made["goals"] = [goal("g1", "Niet meer piekeren", action("a1", "Post openen"), coach, scores=scores)]
    made["positions"] = [{"name": "Stefan", "position": "partly", "remark": "Eerst de brieven."}]
    made["parties"] = [{"name": "Fatima Amrani", "function": "begeleider", "organisation": "De Kade"}]
    return made


def printed(content: PlanContent, *, is_draft: bool = False) -> bytes:
    return plan_pdf(content, house="Zeewaard", is_draft=is_draft)


def read(content: PlanContent, *, is_draft: bool = False) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(printed(content, is_draft=is_draft)))
    text = " ".join(page.extract_text() for page in reader.pages)
    return reader, re.sub(r"\s+", " ", text)


def test_it_is_a_tagged_dutch_pdf_ua_on_a4() -> None:
    made = printed(full_plan())
    reader = PdfReader(io.BytesIO(made))
    assert str(reader.root_object["/Lang"]) == "nl-NL"
    assert "/StructTreeRoot" in reader.root_object
    assert b"pdfuaid:part" in made
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]


def test_its_title_names_nobody() -> None:
    reader, _text = read(full_plan())
    assert reader.metadata is not None
    assert reader.metadata.title == "Ons plan"


def test_own_words_come_first_and_who_does_what_is_said_in_words() -> None:
    _reader, text = read(full_plan())
    order = [text.index(part) for part in ("Rust in de avond.", "Niet meer piekeren", "Wie doet wat", "We eten samen.")]
    assert order == sorted(order)
    for part in (
        "Eigen netwerk",
        "Professional",
        "oma Truus",
        "Niet gelukt: Nog een legitimatie nodig",
        "Marloes: van 2 naar 6",
        "Stefan: 4",
        "0 van 2 stappen gezet",
        "Deels eens",
        "Eerst de brieven.",
        "Fatima Amrani, begeleider, De Kade",
        "0999 555 01 23",
        "Versie 1, vastgesteld op 1 november 2026",
        "Bladzijde 1 van",
    ):
        assert part in text, part


def test_a_draft_says_so_and_has_no_signatures() -> None:
    _reader, text = read(full_plan(), is_draft=True)
    assert "Concept van 1 november 2026, nog niet vastgesteld" in text
    assert "Namens het gezin" not in text


def test_the_plan_of_one_adult_never_says_family() -> None:
    alone = full_plan()
    alone |= {"single": True, "label": "Corrie van der Laan", "members": [{"name": "Corrie", "role": ""}]}
    alone["familiegroepsplan"] = ""
    alone["goals"][0]["actions"][0] |= {"kind": "family", "who": "Corrie"}
    _reader, text = read(alone)
    assert "Mijn plan" in text
    assert "Wat ik wil bereiken" in text
    assert "Ikzelf" in text
    assert "gezin" not in text.lower()


def test_an_empty_plan_is_still_a_page() -> None:
    """A draft can be printed before anything has been written."""
    bare = plan()
    bare |= {"lead": None, "deputy": None, "question": None, "goals": [], "positions": [], "evaluation_on": ""}
    _reader, text = read(bare, is_draft=True)
    assert "Er is nog geen doel opgeschreven." in text
    assert "nog niet afgesproken" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Één gezin – ‘Yıldız’ €", "Één gezin – ‘Yıldız’ €"),
        ("ማርያም", "ማርያም"),
        ("محمد", "محمد"),
        ("Voetbal 😀!", f"Voetbal {UNKNOWN}!"),
        ("een\r\ntwee\tdrie\x07", f"een\ntwee drie{UNKNOWN}"),
    ],
)
def test_own_words_print_in_any_language_and_never_as_an_empty_box(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_the_sign_for_what_cannot_be_printed_can_be_printed() -> None:
    assert ord(UNKNOWN) in covered()


def test_words_with_signs_of_the_typesetter_stay_words() -> None:
    hostile = full_plan()
    hostile["strengths"] = '#panic("x") *vet* $ \\ "aanhaling" [haak] <label> @ref'
    _reader, text = read(hostile)
    assert '#panic("x") *vet* $ \\ "aanhaling" [haak] <label> @ref' in text
