"""What drawing a genogram costs, and what a kept one adds to its page."""

import time
from dataclasses import replace
from statistics import median
from unittest import mock

from django.urls import reverse

from kring.draw import GenogramInput, arranged, draw_genogram
from kring.ground.access.models import Login
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole, connected_as
from kring.practice.circle.rules.content import MemberWords
from kring.practice.circle.rules.kin import Beside
from kring.practice.circle.rules.words import Sector
from tests.bench.measure import Figures, measure
from tests.bench.pages import visitor_of
from tests.draw.kin import SEEDS, family
from tests.drawings.kinfolk import add, grown
from tests.plans.family import Family

SIZES = ((15, 300), (30, 1500))
"""Persons, and the most that drawing them may cost in ms."""
ROUND = 2
COUSINS = 9
TURNS = 5


def report(repeats: int) -> None:
    print("| genogram | families | CPU (ms) | at most |\n|---|---|---|---|")
    for size, aim in SIZES:
        given = [one for one in map(family, SEEDS) if abs(len(one.persons) - size) <= ROUND]
        spent = [_spent(one) for one in given]
        print(f"| {size} (± {ROUND}) persons | {len(given)} | {median(spent):.0f}, highest {max(spent):.0f} | {aim} |")
    _page(repeats)


def _spent(given: GenogramInput) -> float:
    """From nothing: who stands where, and both sheets."""
    began = time.process_time()
    draw_genogram(replace(given, order=arranged(given)))
    return (time.process_time() - began) * 1000


def _page(repeats: int) -> None:
    """Of a family of fifteen, by turns with the kept drawing and as if it could not be drawn."""
    found = _family()
    Login.objects.create(id=found.town.jorien.id, email="jorien@voorbeeld.test", password="!")
    url, visitor = reverse("genogram", args=[found.id]), visitor_of(found.town.jorien)
    kept, bare = [], []
    with connected_as(DatabaseRole.APP):
        for _turn in range(TURNS):
            kept.append(_cost(measure(visitor, url, repeats)))
            with mock.patch("kring.web.genogram.reading._made", return_value=None):
                bare.append(_cost(measure(visitor, url, repeats)))
    added = median(one - other for one, other in zip(kept, bare, strict=True))
    print(f"\nthe page with a kept drawing {median(kept):.1f} ms, without {median(bare):.1f} ms: {added:.1f} ms more")


def _cost(figures: Figures) -> float:
    return figures.app_cpu + figures.postgres_cpu


def _family() -> Family:
    found, truus = grown(clock.now())
    for number in range(COUSINS):
        words = MemberWords(f"Tante {number}", "tante", Sector.FAMILY, None, 1970 + number)
        add(found, Beside.CHILD, words, near=truus)
    return found
