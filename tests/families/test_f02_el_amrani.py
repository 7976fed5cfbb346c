"""F02 El Amrani, a daughter again: Samira cares for her mother, and Nora of thirteen helps much."""

from dataclasses import replace

import pytest

from kring.ground.access.models import SharingGround
from kring.ground.access.parts import Law
from kring.ground.access.services import Decision
from kring.practice.care.queries.picture import care_picture
from kring.practice.care.rules.stack import Costs
from kring.practice.circle.queries import circle_on, helpers_in
from kring.practice.leads.services import decide_sharing
from tests.families.stage import looking, subject_of

pytestmark = pytest.mark.usefixtures("demo")
KNOWN_A_YEAR = 18_000_00
"""In cents (handbook §12)."""
NURSING = Decision(
    None, [Law.ZVW], SharingGround.EXPLICIT_CONSENT, "Weten wie er komt.", "Anders komt er dubbel hulp.", "Alleen wie."
)


def test_nora_stands_as_a_young_carer_and_counts_for_nobody_s_capacity() -> None:
    """BR-058."""
    nora = subject_of("F02c")
    with looking("henk", "F02") as scene:
        circle = circle_on(scene.dossier, scene.actor.today)
        helpers = helpers_in(scene.dossier, scene.actor.today)
    assert [one.subject for one in circle.young] == [nora]
    assert circle.strength.people == len(circle.people)
    assert nora not in {one.subject for one in circle.people} | {one.subject for one in helpers}


def test_once_the_nursing_is_shared_its_cost_is_unknown_and_adds_nothing() -> None:
    """Fatma's nursing is paid by her insurer: known from the family only, and to Henk when it tells him."""
    assert (costs().unknown, costs().per_year) == (0, KNOWN_A_YEAR)
    with looking("henk", "F02") as scene:
        decide_sharing(actor=scene.actor, dossier=scene.dossier, decision=replace(NURSING, subject=subject_of("F02d")))
    assert (costs().unknown, costs().per_year) == (1, KNOWN_A_YEAR)


def costs() -> Costs:
    with looking("henk", "F02") as scene:
        return care_picture(scene.actor, scene.dossier).stack.costs
