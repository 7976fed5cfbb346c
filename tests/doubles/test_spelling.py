"""Names that people write differently get one form; names that differ keep two."""

import pytest

from kring.practice.households.rules.spelling import frame, given_sound, initials, is_near, surname_sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("van den Berg", "Berg, v.d."),
        ("van den Berg", "vandenberg"),
        ("Meijer", "Meyer"),
        ("Meier", "MEYER"),
        ("de Bruijn", "Bruin"),
        ("Philipsen", "Filipsen"),
        ("Dijkstra", "Dykstra"),
        ("Theunissen", "Teunisen"),
        ("Visscher", "Visser"),
        ("Smidt", "Smit"),
        ("Şahin", "Sahin"),
        ("Yılmaz", "Yilmaz"),
        ("el Amrani", "Elamrani"),
        ("in 't Veld", "Veld"),
        ("Dickens", "Dikkens"),
        ("d'Ávila", "Avila"),
    ],
)
def test_one_surname_in_two_spellings_has_one_sound(one: str, other: str) -> None:
    assert surname_sounds(one) == surname_sounds(other)


@pytest.mark.parametrize(("one", "other"), [("Bos", "Vos"), ("Bakker", "Dekker"), ("Smits", "Smit"), ("Kaya", "Kay")])
def test_other_surnames_have_other_sounds(one: str, other: str) -> None:
    assert surname_sounds(one) != surname_sounds(other)


@pytest.mark.parametrize("text", ["de Vries-Bakker", "Bakker e/v de Vries", "Vries, de geb. Bakker", "Bakker/de Vries"])
def test_the_own_and_the_partners_name_are_two_surnames(text: str) -> None:
    assert set(surname_sounds(text)) == {"vris", "baker"}


def test_a_name_of_prefixes_only_is_still_a_name() -> None:
    assert surname_sounds("van de") == ("vande",)
    assert surname_sounds("") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed", "Muhammad"),
        ("Johannes", "Jan"),
        ("Fatima", "Fatma"),
        ("Yusuf", "Youssef"),
        ("Kees Jan", "Cornelis"),
    ],
)
def test_a_given_name_is_known_by_its_frame_or_its_short_form(one: str, other: str) -> None:
    assert frame(given_sound(one)) == frame(given_sound(other))


@pytest.mark.parametrize("text", ["J.", "J.P.", "J P", "J"])
def test_an_initial_is_not_a_name(text: str) -> None:
    assert given_sound(text) == ""
    assert initials(text) == ("j",)


@pytest.mark.parametrize(
    ("name", "letter"), [("Cor", "C."), ("Yusuf", "Y."), ("Zoë", "Z."), ("Jan", "J."), ("Dirk", "D.")]
)
def test_the_initial_of_a_name_is_the_initial_that_is_written(name: str, letter: str) -> None:
    assert set(initials(letter)) <= set(initials(name))


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("visser", "viser", True),
        ("visser", "vissre", True),
        ("visser", "vosser", True),
        ("visser", "vissers", True),
        ("visser", "vasses", False),
        ("bos", "bo", False),
        ("bos", "vos", False),
        ("bos", "bos", True),
    ],
)
def test_near_is_one_slip_of_the_pen_and_not_in_short_names(one: str, other: str, near: bool) -> None:
    assert is_near(one, other) is near
    assert is_near(other, one) is near
