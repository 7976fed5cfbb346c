"""Who a row is about without a BSN: a step must be certain by itself, and fit just one person."""

from dataclasses import replace

import pytest

from kring.practice.households.rules.births import Birth
from kring.practice.households.rules.cascade import STEPS, Hit, Register, Traits, birth_fits
from tests.doubles.misspelling import write_down
from tests.doubles.register import make_register
from tests.doubles.scoring import score

BORN = Birth(1984, 3, 12)
HOME = ("1781AB", "12")
SANDRA = Traits.of("Bakker-de Vries", "Sandra Maria", BORN, HOME, "V")
KARIM = Traits.of("el Amrani", "Karim", Birth(1981, 7, 2), HOME, "M")


def found(row: Traits, *others: Traits) -> Hit[str] | None:
    people = {"Sandra": (SANDRA,), "Karim": (KARIM,), **{str(place): (one,) for place, one in enumerate(others)}}
    return Register(people).find(row)


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("naam", Traits.of("Vries, de", "Sandra", BORN)),
        ("voorletter", Traits.of("Bakker", "S.M.", BORN, ("9901ZZ", "1"))),
        ("thuis", Traits.of("Jansen", "Sandra", BORN, HOME)),
        ("spelling", Traits.of("Bekker", "Sandra", BORN)),
        ("adres", Traits.of("Bakker", "Sandra", Birth(), HOME)),
        ("adres_spelling", Traits.of("Bekker", "Sandra", Birth(1984), HOME)),
    ],
)
def test_each_step_finds_what_it_says(code: str, row: Traits) -> None:
    hit = found(row)
    assert hit is not None
    assert (hit.person, hit.step.code) == ("Sandra", code)


def test_every_step_is_tried_above() -> None:
    assert [step.code for step in STEPS] == ["naam", "voorletter", "thuis", "spelling", "adres", "adres_spelling"]
    assert all(step.title for step in STEPS)


@pytest.mark.parametrize(
    "row",
    [
        Traits.of("Bakker", "Ilse", BORN, HOME),
        Traits.of("Bakker", "Sandra", Birth(1984), ("9901ZZ", "1")),
        Traits.of("Bakker", "Sandra", Birth(1990, 5, 5), HOME),
        Traits.of("Bakker", "Sandra", BORN, HOME, "M"),
        Traits.of("", "", BORN, HOME),
        Traits.of("Bakker", "", Birth(), HOME),
    ],
    ids=["other given name", "no birth and no home", "other birth", "other sex", "no names", "no given name"],
)
def test_what_is_not_certain_is_not_found(row: Traits) -> None:
    assert found(row) is None


def test_twins_with_one_initial_are_told_apart_by_their_names_only() -> None:
    sem, stijn = (Traits.of("Bakker", given, Birth(2015, 1, 8), HOME, "M") for given in ("Sem", "Stijn"))
    whole = found(replace(sem), sem, stijn)
    assert whole is not None
    assert whole.person == "0"
    assert found(Traits.of("Bakker", "S.", Birth(2015, 1, 8), HOME), sem, stijn) is None


def test_two_people_whom_a_step_cannot_tell_apart_are_not_found_by_a_later_one() -> None:
    namesake = replace(SANDRA, home=("9901ZZ", "1"))
    assert found(SANDRA, namesake) is None


@pytest.mark.parametrize(
    ("other", "fits"),
    [
        (Birth(1984, 3, 12), True),
        (Birth(1984, 12, 3), True),
        (Birth(1984, 3, 13), True),
        (Birth(1984, 3, 23), False),
        (Birth(1985, 12, 3), False),
        (Birth(1984), True),
        (Birth(1984, 1, 1), True),
        (Birth(1985), False),
        (Birth(), True),
    ],
)
def test_a_birth_fits_as_far_as_it_is_known(other: Birth, fits: bool) -> None:
    assert birth_fits(BORN, other) is fits
    assert birth_fits(other, BORN) is fits


def test_of_a_carelessly_written_file_88_in_a_hundred_are_found_and_998_in_a_thousand_rightly() -> None:
    register = make_register(10_000)
    measured = score(register, write_down(register, 3_000))
    assert measured.recall >= 0.88
    assert measured.precision >= 0.998
    assert set(measured.steps) == {step.code for step in STEPS}
