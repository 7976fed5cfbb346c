"""The permission table tried three ways: by policy, by HTTP with the real form, and in raw SQL as that account.

Every role stands in the same family of the demo; a yes for one role is the twin of the no for another.
"""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from kring.ground.access.permissions import permissions
from kring.ground.access.roles import DOSSIER_ROLES, ORGANISATION_ROLES, ROLES, Role
from kring.ground.shared.database import DatabaseRole
from tests.conftest import speaking_as
from tests.permissions.cells import Door, Tried, by_http, by_policy, by_sql
from tests.permissions.deeds import POLICY, READ, WRITE
from tests.permissions.world import somebody, the_world
from tests.web.addresses import addresses, ids_of_a_family
from tests.web.visitor import signed_in

WAITING = tomllib.loads(Path(__file__).with_name("waiting.toml").read_text(encoding="utf-8"))
GIVEN = [*DOSSIER_ROLES.values(), *ORGANISATION_ROLES.values()]


def try_all(role: Role) -> Tried:
    """Every object that exists, for somebody new with this role."""
    tried, world = Tried(), the_world()
    one = somebody(world, role)
    with speaking_as(DatabaseRole.OWNER):
        urls = {address.name: address.url for address in addresses(ids_of_a_family(world.dossier.id))}
    visitor = signed_in(one.account.id)
    for thing in permissions().things.values():
        if thing.exists:
            by_policy(tried, world, one, thing)
            by_sql(tried, world, one, thing)
            by_http(tried, world, one, thing, Door(visitor, urls))
    return tried


@pytest.mark.parametrize("role", GIVEN, ids=lambda role: role.code)
@pytest.mark.usefixtures("demo")
def test_every_cell_of_a_role(role: Role, capsys: pytest.CaptureFixture[str]) -> None:
    tried = try_all(role)
    with capsys.disabled():
        print(f"\n{role.code}: let through {tried.yes}, refused {tried.no}")
    assert sorted(set(tried.faults)) == []


@pytest.mark.usefixtures("demo")
def test_both_answers_are_given_each_way() -> None:
    """Else a way that always says no, or always yes, would prove nothing."""
    tried = [try_all(role) for role in (DOSSIER_ROLES["regisseur"], ORGANISATION_ROLES["beheerder"])]
    for way in ("policy", "sql", "http"):
        assert sum(one.yes.get(way, 0) for one in tried) > 5
        assert sum(one.no.get(way, 0) for one in tried) > 5


def test_what_is_tried_is_an_object_of_the_table() -> None:
    keys = set(permissions().things)
    assert {key for key, _right in POLICY} | set(READ) | set(WRITE) <= keys


def test_the_list_of_cells_that_wait_is_what_the_table_says_and_only_shrinks() -> None:
    """A row that comes to exist leaves the list; its number goes down with it and never up."""
    waiting = Counter(
        thing.awaits for thing in permissions().things.values() if not thing.exists for _cell in thing.cells
    )
    assert dict(waiting) == WAITING["waiting"]
    assert sum(waiting.values()) <= WAITING["at_most"]["waiting"]
    assert {role.awaits for role in ROLES if role.awaits} <= set(waiting) | {"publication", "invited people"}
