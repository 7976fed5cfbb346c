"""An address whose only values are ids is the one that Django finds."""

from uuid import UUID, uuid4

import pytest
from django.urls import NoReverseMatch, clear_script_prefix, reverse, set_script_prefix

from kring.web.component import filled
from kring.web.kit.addresses import address, addresses


@pytest.mark.parametrize(("name", "count"), [("home", 0), ("plan", 1), ("action", 2)])
def test_the_same_as_looked_up_each_time(name: str, count: int) -> None:
    for _each in range(3):
        ids: list[UUID] = [uuid4() for _number in range(count)]
        assert address(name, *ids) == reverse(name, args=ids)


def test_the_rows_of_a_list_differ_last() -> None:
    dossier, goal = uuid4(), uuid4()
    assert addresses("goal_edit", dossier)(goal) == reverse("goal_edit", args=[dossier, goal])


def test_a_word_in_the_address_stays_where_it_is() -> None:
    dossier, goal = uuid4(), uuid4()
    for kind in ("doel", "actie", "doel"):
        assert address("statement_add", dossier, kind, goal) == reverse("statement_add", args=[dossier, kind, goal])


def test_a_site_that_begins_elsewhere_has_its_own() -> None:
    dossier = uuid4()
    plain = address("plan", dossier)
    set_script_prefix("/kring/")
    try:
        assert address("plan", dossier) == f"/kring{plain}"
    finally:
        clear_script_prefix()


def test_a_page_that_is_not_there_is_said() -> None:
    with pytest.raises(NoReverseMatch):
        address("no_such_page", uuid4())


def test_what_somebody_wrote_is_never_markup() -> None:
    """Twin: what was made safe before stays as it is."""
    bold = filled("<b>{}</b>", "Ilse & Jan")
    assert filled("<p>{} {}</p>", "<script>", bold) == "<p>&lt;script&gt; <b>Ilse &amp; Jan</b></p>"
