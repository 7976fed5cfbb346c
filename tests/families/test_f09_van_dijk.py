"""F09 Van Dijk, one to speak to: a farm in Polderland, thirteen professionals, seven plans, a house adapted once."""

import pytest

from kring.practice.care.queries.picture import care_picture
from kring.practice.circle.queries import circle_on
from kring.practice.leads.queries import dossier_head
from tests.families.stage import looking, subject_of

pytestmark = pytest.mark.usefixtures("demo")
ONCE = 14_500_00
"""In cents (handbook §12)."""


def test_what_was_paid_once_stands_apart_from_what_comes_each_year() -> None:
    with looking("marktol", "F09") as scene:
        costs = care_picture(scene.actor, scene.dossier).stack.costs
    assert costs.once == ONCE
    assert costs.per_year < ONCE + 15_600_00


def test_a_cost_that_nobody_knows_is_unknown_and_not_nought() -> None:
    with looking("marktol", "F09") as scene:
        costs = care_picture(scene.actor, scene.dossier).stack.costs
    assert costs.unknown > 0


def test_eva_stands_as_a_young_carer() -> None:
    """BR-058."""
    with looking("marktol", "F09") as scene:
        assert [one.subject for one in circle_on(scene.dossier, scene.actor.today).young] == [subject_of("F09c")]


def test_the_family_lives_in_another_municipality_of_the_region_which_leads_it() -> None:
    with looking("marktol", "F09") as scene:
        head = dossier_head(scene.actor, scene.dossier)
    assert head is not None
    assert head.lead is not None
    assert head.lead.organisation == "Polderland"
    with looking("jorien", "F09") as scene:
        assert dossier_head(scene.actor, scene.dossier) is None
