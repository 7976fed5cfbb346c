"""How likely two people are one: what is equal counts for it, what differs against it, and what is rare counts most."""

import sys

import pytest

from kring.linking import process
from kring.linking.process import link
from kring.linking.records import Pair, Record
from kring.oversight.doubles.rules.weights import (
    CERTAINTY,
    FIELDS,
    LIKENESSES,
    OTHER,
    WEIGHED,
    heaviness,
    likeness,
    record,
)
from kring.practice.households.rules.births import Birth
from kring.practice.households.rules.cascade import Traits
from tests.doubles.misspelling import write_down
from tests.doubles.register import make_register
from tests.doubles.scoring import record_of, score, score_weighed

REGISTER = make_register(10_000)
BORN = Birth(1984, 3, 12)
HOME = ("1781AB", "12")
SANDRA = record("sandra", Traits.of("Bakkerszoon", "Sandra", BORN, HOME, "V"))
MOVED = record("moved", Traits.of("Bakkerszoon", "Sandra", Birth(1984), ("9901ZZ", "1")))
STRANGER = record("stranger", Traits.of("Bakkerszoon", "Willemijn", Birth(1951, 7, 30), ("9901ZZ", "1")))
SISTER = record("sister", Traits.of("Bakkerszoon", "Wendy", Birth(1986, 9, 2), HOME, "V"))


@pytest.fixture(scope="module")
def pairs() -> dict[str, Pair]:
    known = [SANDRA, *(record_of(human) for human in REGISTER)]
    again = record("again", Traits.of("Bakkerstoon", "Sandra", BORN, HOME))
    found = link([again, MOVED, STRANGER, SISTER], known, 0.01)
    return {pair.asked: pair for pair in reversed(found) if pair.known == "sandra"}


def test_of_a_carelessly_written_file_weighing_finds_more_than_the_steps_alone_and_hardly_ever_wrongly() -> None:
    rows = write_down(REGISTER, 3_000)
    weighed, steps = score_weighed(REGISTER, rows, CERTAINTY.default / 100), score(REGISTER, rows)
    assert weighed.recall >= 0.965 > steps.recall
    assert weighed.precision >= 0.995
    assert weighed.steps[WEIGHED] > 30


def test_one_slip_of_the_pen_leaves_little_doubt(pairs: dict[str, Pair]) -> None:
    assert pairs["again"].certainty > 0.999


def test_who_moved_and_whose_day_is_not_known_is_found_by_a_rare_name(pairs: dict[str, Pair]) -> None:
    assert 0.5 < pairs["moved"].certainty < pairs["again"].certainty


@pytest.mark.parametrize("other", ["stranger", "sister"])
def test_a_namesake_is_somebody_else_and_so_is_a_sister(pairs: dict[str, Pair], other: str) -> None:
    assert other not in pairs or pairs[other].certainty < 0.5


def test_each_field_says_what_was_found_and_what_it_weighs(pairs: dict[str, Pair]) -> None:
    weights = {weight.field: weight for weight in pairs["again"].weights}
    assert {field: weight.likeness for field, weight in weights.items()} == {
        "surname": "slip",
        "given": "exact",
        "birth": "exact",
        "home": "exact",
        "sex": "unknown",
    }
    assert heaviness(weights["birth"].bits) == "weegt zwaar mee"
    assert weights["sex"].bits == 0
    assert {weight.likeness for weight in pairs["moved"].weights if weight.field == "home"} == {"other"}
    assert next(weight.bits for weight in pairs["moved"].weights if weight.field == "home") < 0


def test_every_likeness_of_every_field_has_words(pairs: dict[str, Pair]) -> None:
    seen = {(weight.field, weight.likeness) for pair in pairs.values() for weight in pair.weights}
    assert seen <= {*LIKENESSES, *((field, code) for field in FIELDS for code in ("other", "unknown"))}
    assert likeness("home", "exact") == "gelijk"
    assert likeness("home", "other") == OTHER


@pytest.mark.parametrize(
    ("bits", "words"),
    [
        (12.0, "weegt zwaar mee"),
        (4.0, "weegt mee"),
        (1.0, "weegt licht mee"),
        (0.0, "zegt niets"),
        (-1.5, "spreekt licht tegen"),
        (-6.0, "spreekt tegen"),
    ],
)
def test_a_weight_in_words(bits: float, words: str) -> None:
    assert heaviness(bits) == words


@pytest.mark.parametrize(
    ("birth", "written"),
    [(BORN, "19840312"), (Birth(1984), "19840000"), (Birth(1984, 1, 1), "19840000"), (Birth(), "")],
)
def test_the_first_of_january_is_what_people_write_who_know_only_the_year(birth: Birth, written: str) -> None:
    assert record("x", Traits.of("Bakker", "S", birth)).born == written


def test_nobody_among_nobody_is_nobody() -> None:
    assert link([], [SANDRA], 0.5) == link([SANDRA], [], 0.5) == []


def test_what_the_other_process_cannot_read_is_told() -> None:
    with pytest.raises(RuntimeError, match="koppelen lukte niet"):
        link([SANDRA], [Record("x", ("bakker",), "", "", (), "in maart", "", "")], 0.5)


def test_splink_is_not_loaded_by_who_asks() -> None:
    assert process.is_installed()
    assert "splink" not in sys.modules
