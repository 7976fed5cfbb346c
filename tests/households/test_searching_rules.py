"""What somebody types is a name, a birth date, a postcode or a BSN: read from one line."""

from datetime import date

import pytest

from kring.practice.households.rules.searching import Asked, asked_in, sounds_of


@pytest.mark.parametrize(
    ("text", "words", "born", "home", "bsn"),
    [
        ("van den Berg", ["berg"], None, ("", ""), ""),
        ("van den", ["van", "den"], None, ("", ""), ""),
        ("Meijer 12-03-1984", ["meijer"], date(1984, 3, 12), ("", ""), ""),
        ("12/3/1984", [], date(1984, 3, 12), ("", ""), ""),
        ("1984-03-12", [], date(1984, 3, 12), ("", ""), ""),
        ("1781 AB 12", [], None, ("1781AB", "12"), ""),
        ("bakker 1781ab", ["bakker"], None, ("1781AB", ""), ""),
        ("1781 AB 12-03-1984", [], date(1984, 3, 12), ("1781AB", ""), ""),
        ("9999.90.019", [], None, ("", ""), "999990019"),
        ("Bakker 999990019", ["bakker", "999990019"], None, ("", ""), ""),
        ("31-02-1984", ["31", "02", "1984"], None, ("", ""), ""),
        ("Çelik d'Ávila", ["celik", "avila"], None, ("", ""), ""),
        ("%", [], None, ("", ""), ""),
    ],
)
def test_one_line_says_who_is_meant(
    text: str, words: list[str], born: date | None, home: tuple[str, str], bsn: str
) -> None:
    asked = asked_in(text)
    assert ([one.text for one in asked.words], asked.born) == (words, born)
    assert ((asked.postcode, asked.number), asked.bsn) == (home, bsn)


def test_nothing_asked_finds_nobody() -> None:
    assert asked_in("   ").is_empty
    assert not Asked(postcode="1781AB").is_empty


@pytest.mark.parametrize("typed", ["meyer", "meijer", "meier", "jan", "johannes", "vandermeijer", "jansen"])
def test_what_is_kept_with_a_name_holds_what_people_type(typed: str) -> None:
    kept = sounds_of(["Jan van der Meijer-Jansen", "Johannes"], "van der Meijer-Jansen")
    [word] = asked_in(typed).words
    assert set(word.sounds) & set(kept.split())
