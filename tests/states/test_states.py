"""Life cycles: every state has words and can be reached, and a walk never leaves what is declared."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.states.diagrams import PAGE, page
from tests.states.machines import MACHINES, Machine

each = pytest.mark.parametrize("machine", MACHINES, ids=lambda one: one.title)


@each
def test_every_state_has_words_on_the_screen(machine: Machine) -> None:
    assert machine.states <= set(machine.words)


@each
def test_a_model_knows_no_state_without_a_way_to_it(machine: Machine) -> None:
    assert machine.reachable == machine.states == set(machine.words)


@given(st.sampled_from(MACHINES), st.data())
def test_from_wherever_a_walk_stands_a_step_leads_to_a_known_state(machine: Machine, data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(sorted(machine.start)))
    for _step in range(data.draw(st.integers(0, 12))):
        after = machine.steps.get(state, frozenset())
        if not after:
            break
        state = data.draw(st.sampled_from(sorted(after)))
        assert state in machine.words


def test_the_page_of_life_cycles_is_drawn_from_the_rules() -> None:
    if os.environ.get("KRING_DIAGRAMS"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()
