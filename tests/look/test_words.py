"""Small arithmetic behind the components: initials, dates, the order of a list."""

import datetime as dt

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from kring.web.dates import UNREADABLE, DateField, DatePartsField
from kring.web.listing import Column, Order
from kring.web.templatetags.kring_people import initials

COLUMNS = [Column("name", "Gezin"), Column("laws", "Wetten"), Column("note", "Stand", sortable=False)]
ORDERS = st.builds(Order, st.sampled_from(["name", "laws"]), st.booleans())


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Noor de Graaf", "NG"),
        ("Jorien van der Smit", "JS"),
        ("Karim El Amrani", "KA"),
        ("Sandra Bakker-Jonker", "SJ"),
        ("Truus", "T"),
        ("oma", "O"),
        ("Şebnem Yıldız", "ŞY"),
        ("", "?"),
        ("42", "?"),
    ],
)
def test_initials_leave_out_prefixes(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.text())
def test_initials_are_always_one_or_two_signs_to_start_with(name: str) -> None:
    assert initials(name)


class Dates(forms.Form):
    ready_on = DateField(required=False)
    born_on = DatePartsField(required=False)


@pytest.mark.parametrize("text", ["21-11-2026", "21/11/2026", "21.11.2026", "21 11 2026", "2026-11-21"])
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    form = Dates({"ready_on": text})
    assert form.is_valid()
    assert form.cleaned_data["ready_on"] == dt.date(2026, 11, 21)


@pytest.mark.parametrize("text", ["gisteren", "31-02-2026", "11-21-2026"])
def test_a_date_that_does_not_exist_is_explained(text: str) -> None:
    assert Dates({"ready_on": text}).errors["ready_on"] == [UNREADABLE]


@pytest.mark.parametrize(
    ("boxes", "day"),
    [(("1", "9", "2016"), dt.date(2016, 9, 1)), (("01", "09", "2016"), dt.date(2016, 9, 1)), (("", "", ""), None)],
)
def test_three_boxes_are_one_date(boxes: tuple[str, str, str], day: dt.date | None) -> None:
    form = Dates({f"born_on_{place}": text for place, text in enumerate(boxes)})
    assert form.is_valid()
    assert form.cleaned_data["born_on"] == day


@pytest.mark.parametrize("boxes", [("31", "2", "2016"), ("1", "", "2016"), ("een", "9", "2016")])
def test_three_boxes_that_are_no_date_are_explained_once(boxes: tuple[str, str, str]) -> None:
    form = Dates({f"born_on_{place}": text for place, text in enumerate(boxes)})
    assert form.errors["born_on"] == [UNREADABLE]


@given(ORDERS)
def test_an_order_survives_the_address(order: Order) -> None:
    assert Order.read(str(order), COLUMNS, Order("name")) == order


@pytest.mark.parametrize("text", ["", "-", "unknown", "note", "-note", "name; drop table"])
def test_an_address_cannot_ask_for_another_order(text: str) -> None:
    assert Order.read(text, COLUMNS, Order("laws")) == Order("laws")


def test_a_click_on_a_head_sorts_and_a_second_click_turns() -> None:
    first = Order("laws").turned(COLUMNS[0])
    assert (first, first.turned(COLUMNS[0]), first.turned(COLUMNS[0]).turned(COLUMNS[0])) == (
        Order("name"),
        Order("name", descending=True),
        Order("name"),
    )
