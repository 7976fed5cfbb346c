"""Two people write in one place: what one changed is taken, what both changed is chosen, and no word is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.plans.rules.meeting import Clash, meet, pieces, prints

BEGAN = {"own_words": "Rust in huis.", "measure": ""}
texts = st.text(st.sampled_from("ab \n"), max_size=6)
rows = st.fixed_dictionaries({"strengths": texts, "dream": texts})


@pytest.mark.parametrize(
    ("mine", "now", "goes_in", "clashes"),
    [
        pytest.param("Rust.", "Rust in huis.", {"own_words": "Rust."}, (), id="only Jorien changed it"),
        pytest.param("Rust in huis.", "Slapen.", {}, (), id="only Naima changed it: hers stays"),
        pytest.param("Slapen.", "Slapen.", {}, (), id="both wrote the same"),
        pytest.param("Rust.", "Slapen.", {}, (Clash("own_words", "Rust.", "Slapen."),), id="both changed it"),
        pytest.param("Rust in huis.\r\n", "Rust in huis.", {"own_words": "Rust in huis.\r\n"}, (), id="line ends"),
    ],
)
def test_what_becomes_of_a_text_that_somebody_else_may_have_changed(
    mine: str, now: str, goes_in: dict[str, str], clashes: tuple[Clash, ...]
) -> None:
    met = meet({"own_words": mine}, {"own_words": now}, prints(BEGAN))
    assert (dict(met.taken), met.clashes) == (goes_in, clashes)


def test_each_field_is_judged_by_itself() -> None:
    met = meet(
        {"own_words": "Rust in huis.", "measure": "Drie avonden."},
        {"own_words": "Slapen.", "measure": ""},
        prints(BEGAN),
    )
    assert dict(met.taken) == {"measure": "Drie avonden."}
    assert met.clashes == ()


def test_without_knowing_what_it_began_with_the_writer_is_believed() -> None:
    assert dict(meet({"dream": "Zee."}, {"dream": "Bos."}, "").taken) == {"dream": "Zee."}


def test_a_day_is_compared_as_a_day() -> None:
    began = prints({"evaluation_on": date(2027, 2, 1)})
    met = meet({"evaluation_on": date(2027, 3, 1)}, {"evaluation_on": date(2027, 4, 1)}, began)
    assert met.clashes == (Clash("evaluation_on", "2027-03-01", "2027-04-01"),)


def test_prints_hold_no_words() -> None:
    assert "Rust" not in prints(BEGAN)


@given(mine=rows, now=rows, began=rows)
def test_no_word_is_lost(mine: dict[str, str], now: dict[str, str], began: dict[str, str]) -> None:
    """What either wrote stands in the plan afterwards, waits to be chosen, or was there already."""
    met = meet(mine, now, prints(began))
    after = {**now, **met.taken}
    waits = {text for clash in met.clashes for text in (clash.mine, clash.theirs)}
    for name, text in mine.items():
        for written in (text, now[name]):
            assert same(written) in {same(after[name]), *waits, same(began[name])}


@given(now=rows, began=rows)
def test_who_changed_nothing_overwrites_nothing(now: dict[str, str], began: dict[str, str]) -> None:
    met = meet(began, now, prints(began))
    assert met.clashes == ()
    assert all(same(text) == same(now[name]) for name, text in met.taken.items())


@given(text=texts, other=texts)
def test_the_pieces_are_the_whole_text(text: str, other: str) -> None:
    assert " ".join(piece.text for piece in pieces(text, other)) == text


def test_what_differs_is_marked_in_words() -> None:
    told = [(piece.text, piece.is_own) for piece in pieces("Weer samen eten op zondag", "Weer samen eten")]
    assert told == [("Weer samen eten", False), ("op zondag", True)]


def same(text: object) -> str:
    return "\n".join(str(text).splitlines()).strip()
