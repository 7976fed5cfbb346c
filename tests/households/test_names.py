"""Dutch names as people use them, and the order in which a Dutch list has them."""

import pytest

from kring.practice.households.rules.names import Name, Surname, Usage, display_name, sort_name

OWN, PARTNER = Surname("Vries", "de"), Surname("Bakker")


@pytest.mark.parametrize(
    ("usage", "shown"),
    [
        (Usage.OWN, "Sandra de Vries"),
        (Usage.PARTNER, "Sandra Bakker"),
        (Usage.PARTNER_OWN, "Sandra Bakker-de Vries"),
        (Usage.OWN_PARTNER, "Sandra de Vries-Bakker"),
    ],
)
def test_a_name_is_shown_as_the_person_uses_it(usage: Usage, shown: str) -> None:
    assert display_name(Name("Sandra Maria", OWN, PARTNER, usage)) == shown


def test_who_uses_a_partners_name_that_is_not_known_is_shown_by_the_own_name() -> None:
    assert display_name(Name("Sandra", OWN, usage=Usage.PARTNER)) == "Sandra de Vries"


def test_a_name_without_given_names_or_without_surname_is_still_a_name() -> None:
    assert display_name(Name("", OWN)) == "de Vries"
    assert display_name(Name("Merel", Surname(""))) == "Merel"


def test_a_list_is_sorted_on_the_surname_without_prefix_accents_and_capitals() -> None:
    names = [
        Name("Anna", Surname("Zee")),
        Name("Bram", Surname("Één")),
        Name("Carla", Surname("Vries", "de")),
        Name("Aad", Surname("Vries", "van")),
        Name("Dirk", Surname("van der Aa")),
        Name("Els", Surname("Ávila", "d'")),
    ]
    assert [name.given for name in sorted(names, key=sort_name)] == ["Els", "Bram", "Dirk", "Aad", "Carla", "Anna"]
