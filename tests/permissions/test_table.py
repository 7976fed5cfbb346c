"""The permission table is the handbook's, cell by cell, and has a row for every table of the product."""

from pathlib import Path

import pytest
from django.apps import apps

from kring.ground.access.parts import Part
from kring.ground.access.permissions import Cell, permissions
from tests.permissions import handbook

EXTRA = {"GB", "LB", "AR", "OB", "TR", "NG", "NK"}
"""Roles that the handbook lacks: data steward, log manager, archivist, administrator, project leader, who named, and
who broke the glass."""
NO_CASE_CONTENT = ("FB", "LB", "AR", "OB", "GB", "TR")


def models() -> set[str]:
    ours = (model for model in apps.get_models() if model.__module__.startswith("kring."))
    return {f"{model._meta.app_label}.{model.__name__}" for model in ours}


def without_a_row(found: set[str]) -> set[str]:
    return found - {name for thing in permissions().things.values() for name in thing.models}


@pytest.mark.shared
def test_every_cell_is_the_handbooks(shared: Path) -> None:
    rows = handbook.matrix(handbook.chapter(shared))
    ours = {
        thing.handbook: {
            column: (cell.rights, cell.word, cell.conditions)
            for column, cell in thing.cells.items()
            if column not in EXTRA
        }
        for thing in permissions().things.values()
        if thing.handbook
    }
    assert ours == rows


@pytest.mark.shared
def test_the_conditions_and_roles_are_the_handbooks(shared: Path) -> None:
    text = handbook.chapter(shared)
    assert {number: words.en for number, words in permissions().conditions.items()} == handbook.conditions(text)
    assert set(permissions().columns) == set(handbook.roles(text)) | EXTRA
    assert {code: permissions().columns[code].en for code in handbook.roles(text)} == handbook.roles(text)


def test_every_model_has_a_row() -> None:
    assert without_a_row(models()) == set()


def test_no_row_names_a_model_that_is_gone() -> None:
    assert {name for thing in permissions().things.values() for name in thing.models} - models() == set()


def test_a_planted_model_without_a_row_is_found() -> None:
    assert without_a_row(models() | {"plans.Dream"}) == {"plans.Dream"}


def test_an_object_is_either_there_or_says_what_brings_it() -> None:
    things = permissions().things.values()
    assert [thing.key for thing in things if not thing.exists and (thing.models or thing.parts)] == []
    assert [thing.key for thing in things if thing.exists and not (thing.models or thing.parts)] == []


def test_every_part_stands_in_a_row() -> None:
    assert {part for thing in permissions().things.values() for part in thing.parts} == set(Part)


def test_every_cell_speaks_of_a_role_a_condition_and_a_limit_that_are_explained() -> None:
    table = permissions()
    for thing in table.things.values():
        assert set(thing.cells) | thing.reads_all <= set(table.columns), thing.key
        for cell in thing.cells.values():
            assert set(cell.conditions) <= set(table.conditions), thing.key
            assert not cell.word or cell.word in table.limits, thing.key


def test_every_condition_and_limit_is_used_and_is_said_in_two_languages() -> None:
    table = permissions()
    cells = [cell for thing in table.things.values() for cell in thing.cells.values()]
    assert {number for cell in cells for number in cell.conditions} == set(table.conditions)
    assert {cell.word for cell in cells if cell.word} == set(table.limits)
    words = [*table.conditions.values(), *table.limits.values(), *table.columns.values()]
    assert all(one.nl and one.en for one in [*words, *(thing.words for thing in table.things.values())])


@pytest.mark.parametrize("column", NO_CASE_CONTENT)
def test_who_administers_sees_nothing_of_a_family(column: str) -> None:
    families = {"household", "authority", "plan", "action", "own_words", "provision", "document", "sharing", "party"}
    assert [key for key in families if not permissions().things[key].cell(column).is_none] == []


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("RWA", Cell("RWA")),
        ("R own [33]", Cell("R", "own", (33,))),
        ("count", Cell("", "count")),
        ("own [19]", Cell("", "own", (19,))),
        ("[4]", Cell("", "", (4,))),
        ("RW [1,9]", Cell("RW", "", (1, 9))),
        ("A", Cell("A")),
    ],
)
def test_a_cell_is_read(text: str, cell: Cell) -> None:
    assert Cell.parse(text) == cell


def test_a_cell_that_says_nothing_known_is_refused() -> None:
    with pytest.raises(ValueError, match="No cell"):
        Cell.parse("R [a]")
