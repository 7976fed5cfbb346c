"""Hints for plain Dutch on real sentences: what is hard is found, and what is plain is left alone."""

import json
import tomllib
from pathlib import Path

import pytest

from kring.plainly import HintKind, hints
from kring.plainly.reading import LONGEST, sentences
from kring.plainly.words import PLAIN

ROOT = Path(__file__).parents[2]
LONG = (
    "Omdat het gezin al een tijd te maken heeft met veel verschillende hulpverleners is afgesproken dat er voortaan"
    " één vast aanspreekpunt is dat alles bijhoudt."
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Oma Truus haalt Mees op woensdag van school.", []),
        ("We eten elke dag samen. Dat gaat goed.", []),
        ("Ik wil dat iemand mij belt als er iets is.", []),
        ("Finn wordt in januari twaalf.", []),
        ("Het wordt geen makkelijk gesprek.", []),
        ("Finn wordt door oma Truus opgehaald.", []),
        (LONG, [HintKind.LONG]),
        ("De brieven worden elke week geopend.", [HintKind.PASSIVE]),
        ("Er wordt een afspraak gemaakt met de huisarts.", [HintKind.PASSIVE]),
        ("De aanvraag werd vorige week behandeld.", [HintKind.PASSIVE]),
        ("De zelfredzaamheid neemt toe.", [HintKind.HARD_WORD]),
        ("Indien nodig bellen we eerst.", [HintKind.HARD_WORD]),
        ("De cliënt dient zich te melden.", [HintKind.HARD_WORD, HintKind.HARD_WORD]),
        ("", []),
    ],
)
def test_what_is_hard_is_found_and_what_is_plain_is_left_alone(text: str, kinds: list[HintKind]) -> None:
    assert [hint.kind for hint in hints(text)] == kinds


def test_a_hard_word_comes_with_a_plain_one_and_is_told_once() -> None:
    found = hints("Indien het lukt, goed. Indien niet, dan bellen we.")
    assert [(hint.about, hint.instead) for hint in found] == [("indien", "als")]


def test_a_long_sentence_is_known_by_its_beginning_and_counted() -> None:
    [found] = hints(LONG)
    assert found.about == "Omdat het gezin al een …"
    assert found.count > LONGEST


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Bel dhr. Vos. Dat is alles.", 2),
        ("Eerst dit.\nDan dat", 2),
        ("Tot max. 3 keer per week.", 1),
        ("Echt? Ja!", 2),
    ],
)
def test_sentences_end_where_people_end_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_no_plain_word_is_hard_itself() -> None:
    assert {hint.about for plain in PLAIN.values() for hint in hints(plain)} == set()


def test_what_a_family_never_reads_about_itself_has_a_plain_word_or_is_never_written() -> None:
    avoided = set(tomllib.loads((ROOT / "docs/glossary.toml").read_text())["family"]["avoid"])
    assert avoided & set(PLAIN) >= {"casus", "cliënt", "indicatie", "interventie", "behandelplan", "zorgmijder"}


def test_own_words_of_the_demo_families_hardly_give_a_hint() -> None:
    """Families speak plainly: what is found among their words is nearly all wrong, so it must be little."""
    words = list(_own_words(json.loads((ROOT / "src/kring/demo/data/families.json").read_text())))
    assert len(words) > 20
    found = [one for one in words if any(hint.kind is not HintKind.LONG for hint in hints(one))]
    assert len(found) <= len(words) * 0.05, found


def _own_words(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [text for key, text in value.items() if key in {"own_words", "words"} and isinstance(text, str)]
        return own + [text for one in value.values() for text in _own_words(one)]
    return [text for one in value for text in _own_words(one)] if isinstance(value, list) else []
