"""Who may bring and undo deliveries, and who sees and decides about persons: role by role."""

from datetime import datetime
from uuid import UUID, uuid4

import pytest

from kring.exchange.policy import may_deliver, may_review
from kring.ground.access.actor import Actor, system_actor
from kring.ground.access.models import AccountKind
from kring.ground.access.roles import ORGANISATION_ROLES

ZEEWAARD, POLDERLAND = uuid4(), uuid4()
DELIVERS = {"beheerder", "gegevensbeheerder"}
REVIEWS = {"gegevensbeheerder"}


def with_role(role: str, organisation: UUID, at: datetime) -> Actor:
    return Actor(uuid4(), AccountKind.ACCOUNT, at, frozenset({(role, organisation)}))


@pytest.mark.parametrize("role", ORGANISATION_ROLES)
def test_each_role_in_the_own_municipality(role: str, now: datetime) -> None:
    actor = with_role(role, ZEEWAARD, now)
    assert bool(may_deliver(actor, ZEEWAARD)) is (role in DELIVERS)
    assert bool(may_review(actor, ZEEWAARD)) is (role in REVIEWS)


@pytest.mark.parametrize("role", sorted(DELIVERS))
def test_no_role_reaches_another_municipality(role: str, now: datetime) -> None:
    actor = with_role(role, ZEEWAARD, now)
    assert not may_deliver(actor, POLDERLAND)
    assert not may_review(actor, POLDERLAND)


def test_the_command_line_delivers_and_never_reviews(now: datetime) -> None:
    assert may_deliver(system_actor(now), ZEEWAARD)
    assert not may_review(system_actor(now), ZEEWAARD)
