"""What a set of grants opens: one of up to level 2 also what is below it, one of 3 or 4 that level alone.

Policies look for any key first and at the level then; here they are held against the rule itself, for every set.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, combinations
from uuid import UUID

import pytest

from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Grant
from kring.ground.access.parts import Part
from kring.ground.shared.levels import Level
from kring.practice.plans.models import Action
from tests.access.levels import Rows, seen, superuser, write_rows
from tests.access.people import make_dossier, make_subject, make_town

pytestmark = pytest.mark.django_db

SETS = list(chain.from_iterable(combinations(Level, size) for size in range(len(Level) + 1)))


@dataclass(frozen=True, slots=True)
class Family:
    """A dossier with an action at each level."""

    dossier: UUID
    actions: Rows


@dataclass(frozen=True, slots=True)
class Street:
    """Two families, and Henk Prins, who has nothing to do with either of them yet."""

    henk: Actor
    nowak: Family
    bakker: Family


@pytest.fixture
def street(now: datetime) -> Street:
    town = make_town(now)
    families = []
    for label in ("Nowak", "Bakker"):
        mother = make_subject(town.municipality, f"Mevrouw {label}")
        dossier = make_dossier(town, label, [(mother, "moeder")])
        rows = write_rows(dossier.id, None, mother.id, now)
        families.append(Family(dossier.id, {Part.ACTION: rows[Part.ACTION]}))
    return Street(town.actor(town.henk), *families)


def opened_by(held: Collection[int]) -> set[int]:
    """The rule (access design §2)."""
    shared = max((level for level in held if level <= Level.DOMAIN_FILE), default=0)
    below = {0, *range(1, shared + 1)} if shared else set()
    return below | {level for level in held if level > Level.DOMAIN_FILE}


def hold(street: Street, family: Family, held: Collection[int], *, until: datetime | None = None) -> None:
    with superuser():
        for level in held:
            Grant.objects.create(
                account_id=street.henk.id, part=Part.ACTION, key=family.dossier, max_level=level, source="test",
                dossier_id=family.dossier, valid_from=street.henk.at - timedelta(days=2), valid_until=until,
            )  # fmt: skip


def drop(street: Street) -> None:
    with superuser():
        Grant.objects.filter(account_id=street.henk.id, part=Part.ACTION).delete()


def levels(street: Street, family: Family) -> set[int]:
    return seen(street.henk, family.actions).get(Part.ACTION, set())


@pytest.mark.parametrize("elsewhere", [(), (1,), (2,), (3,), (1, 2, 4)])
def test_every_set_opens_its_levels_whatever_is_held_of_another_family(
    street: Street, elsewhere: tuple[int, ...]
) -> None:
    for held in SETS:
        hold(street, street.nowak, held)
        hold(street, street.bakker, elsewhere)
        assert levels(street, street.nowak) == opened_by(held), f"{held} met elders {elsewhere}"
        assert levels(street, street.bakker) == opened_by(elsewhere), f"{elsewhere} met elders {held}"
        drop(street)


def test_what_is_past_opens_nothing_and_closes_nothing(street: Street) -> None:
    yesterday = street.henk.at - timedelta(days=1)
    hold(street, street.nowak, [Level.DOMAIN_FILE, Level.PROTECTED], until=yesterday)
    assert levels(street, street.nowak) == set()
    hold(street, street.nowak, [Level.SHARED_PLAN])
    assert levels(street, street.nowak) == {0, 1}


def test_on_the_pages_of_one_dossier_the_keys_of_another_stay_in_the_pocket(street: Street) -> None:
    hold(street, street.nowak, [Level.DOMAIN_FILE])
    hold(street, street.bakker, [Level.DOMAIN_FILE])
    ours, theirs = ([*family.actions[Part.ACTION]] for family in (street.nowak, street.bakker))
    with acting(street.henk, dossier=street.nowak.dossier):
        assert Action.objects.filter(id__in=ours).count() == len(opened_by([Level.DOMAIN_FILE]))
        assert not Action.objects.filter(id__in=theirs).exists()
    with acting(street.henk):
        assert Action.objects.filter(id__in=theirs).exists()
