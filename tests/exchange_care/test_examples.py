"""The official examples of iJw and iWmo 3.2: the four types are stored when their clients are known."""

from datetime import date
from pathlib import Path

import pytest

from kring.exchange.istandaarden.reader import read_message
from kring.exchange.models import DeliveryKind, DeliveryState
from kring.exchange.services import in_the_register
from kring.practice.care.models import Declaration, Provision, ProvisionEvent
from tests.exchange_care import stage
from tests.exchange_care.stage import Resident, bring_file, count, dump, rules

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

TOM = Resident("999900006", "Wit", "Tom", date(2010, 2, 14))
SISTER = Resident("999900018", "Wit", "Tess", date(2012, 5, 1))
STORED = {
    "jw301.xml": (2, 0, 0),
    "jw305.xml": (0, 2, 0),
    "jw305-variant-60c2d60.xml": (0, 2, 0),
    "jw307.xml": (0, 2, 0),
    "jw307-variant-019d2f0.xml": (0, 2, 0),
    "jw323.xml": (0, 0, 5),
    "wmo301.xml": (1, 0, 0),
    "wmo305.xml": (0, 2, 0),
    "wmo305-variant-8500777.xml": (0, 2, 0),
    "wmo307.xml": (0, 2, 0),
}


def examples(shared: Path) -> list[Path]:
    return sorted((shared / "standards" / "istandaarden").glob("*/voorbeelden/*.xml"))


def stored() -> tuple[int, int, int]:
    with in_the_register():
        return Provision.objects.count(), ProvisionEvent.objects.count(), Declaration.objects.count()


@pytest.mark.parametrize("name", sorted(STORED))
def test_an_example_of_the_four_types_is_stored_and_the_second_time_unchanged(shared: Path, name: str) -> None:
    path = next(path for path in examples(shared) if path.name == name)
    message = read_message(path.read_bytes(), name).message
    assert message is not None
    controller = stage.make_municipality(message.municipality)
    stage.settle(controller, TOM, SISTER)

    first = bring_file(controller, DeliveryKind.ISTANDAARDEN, name, path.read_bytes())
    was = dump()
    again = bring_file(controller, DeliveryKind.ISTANDAARDEN, name, path.read_bytes())

    assert first.state is DeliveryState.DONE
    assert stored() == STORED[name]
    assert (again.state, again.number) == (DeliveryState.UNCHANGED, first.number)
    assert dump() == was


def test_the_other_examples_are_valid_and_not_yet_processed(shared: Path) -> None:
    controller = stage.make_municipality("0384")
    others = [path for path in examples(shared) if path.name not in STORED]
    for path in others:
        result = bring_file(controller, DeliveryKind.ISTANDAARDEN, path.name, path.read_bytes())
        assert (result.state, rules(result)) == (DeliveryState.DONE, ["BERICHTSOORT"])
        assert "nog niet verwerkt" in result.findings[0].what
    assert (len(others), stored()) == (10, (0, 0, 0))


@pytest.mark.parametrize(("code", "rows"), [("0363", (0, 14, 0)), ("0384", (3, 0, 5))])
def test_all_examples_of_a_municipality_go_into_one_register(
    shared: Path, code: str, rows: tuple[int, int, int]
) -> None:
    """The variants bear the identification of another message again, on another day: that is told (TR056)."""
    controller = stage.make_municipality(code)
    stage.settle(controller, TOM, SISTER)
    for path in examples(shared):
        message = read_message(path.read_bytes(), path.name).message
        if message is not None and message.municipality == code:
            result = bring_file(controller, DeliveryKind.ISTANDAARDEN, path.name, path.read_bytes())
            assert result.state is DeliveryState.DONE
            assert count(result, "to_review") == 0
    assert stored() == rows
