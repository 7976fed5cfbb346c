"""Who reads is not who writes, in the database too: each role tries every table with SQL of its own (issue 3, 1 and 3).

What comes out is what the permission table says: nothing where it says R, its own rows where it says "own", else
what it reads. A table that no form of the application writes refuses everybody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model

from kring.ground.access.permissions import permissions
from kring.ground.access.roles import DOSSIER_ROLES, ORGANISATION_ROLES, REGISSEUR, TEAM_PROFESSIONAL, Role
from kring.ground.shared.protection import Writes
from kring.practice.plans.models import Action
from tests.permissions import raw
from tests.permissions.world import (
    OWN,
    Somebody,
    World,
    can_be_read,
    is_open,
    part_of,
    rows_of,
    somebody,
    superuser,
    the_world,
    visible,
)

GIVEN = [*DOSSIER_ROLES.values(), *ORGANISATION_ROLES.values()]
STRICTER = {"Study", "Researcher"}
"""A second policy asks more: who asked for a study adds a draft, who appoints decides on it and names who looks."""
pytestmark = pytest.mark.usefixtures("demo")


@dataclass(frozen=True, slots=True)
class Wrote:
    """What one role could do with the rows that it sees of one table."""

    model: type[Model]
    seen: set[object]
    changed: set[object]
    removed: set[object]
    added: bool
    in_another_name: bool

    @property
    def anything(self) -> bool:
        return bool(self.changed or self.removed) or self.added


def allowed(model: type[Model], role: Role) -> Writes:
    """By the table: the widest of the objects that this model holds, of those that such a role is about."""
    table = permissions()
    name = f"{model._meta.app_label}.{model.__name__}"
    things = [thing for thing in table.things.values() if name in thing.models]
    things = [thing for thing in things if not thing.parts or set(thing.parts) & set(role.parts)]
    return max((table.writing(thing, role.column) for thing in things), default=Writes.NOTHING)


def models() -> Iterator[type[Model]]:
    """Those that open by a part or are open, and are not of the own account alone."""
    for name in sorted({name for thing in permissions().things.values() for name in thing.models}):
        model = apps.get_model(name)
        if can_be_read(model) and (part_of(model) or is_open(model)):
            yield model


def try_writing(world: World, one: Somebody, model: type[Model]) -> Wrote | None:
    """Whatever this account sees of the table, of this family or of all; None where it sees nothing."""
    of_family = rows_of(world, model, world.members)
    seen = visible(one, model, of_family)
    if not seen:
        return None
    like = raw.row_of(model, min(seen, key=str))
    author = next((name for name in raw.AUTHORS if name in like), "")
    return Wrote(
        model,
        seen,
        raw.changed(one, model, seen),
        raw.removed(one, model, seen),
        raw.added(one, model, like),
        bool(author) and raw.added(one, model, like, **{author: str(uuid4())}),
    )


def everything(world: World, one: Somebody) -> list[Wrote]:
    return [wrote for model in models() if (wrote := try_writing(world, one, model)) is not None]


def faults(found: list[Wrote], role: Role) -> list[str]:
    """Where the database and the table differ."""
    out = []
    for wrote in found:
        writes = allowed(wrote.model, role)
        name = wrote.model.__name__
        if writes is Writes.NOTHING and wrote.anything:
            out.append(f"{name}: writes what it only reads")
        if writes is Writes.OWN and (wrote.changed or wrote.removed):
            out.append(f"{name}: changes what is another's")
        if writes is Writes.ALL and raw.privileged(wrote.model, "INSERT") and not (wrote.anything or name in STRICTER):
            out.append(f"{name}: may write, and cannot")
        if wrote.in_another_name:
            out.append(f"{name}: adds in another's name")
    return out


@pytest.mark.parametrize("role", GIVEN, ids=lambda role: role.code)
def test_sql_of_ones_own_writes_what_the_table_says(role: Role) -> None:
    world = the_world()
    one = somebody(world, role)
    assert faults(everything(world, one), role) == []


def test_whoever_writes_only_the_own_changes_the_actions_in_the_own_name_and_adds_a_proposal_at_most() -> None:
    world = the_world()
    one = somebody(world, TEAM_PROFESSIONAL)
    actions = visible(one, Action, rows_of(world, Action, world.members))
    mine, *others = sorted(actions, key=str)
    with superuser():
        Action.objects.filter(id=str(mine)).update(doer_name=OWN)
    assert others
    assert raw.changed(one, Action, actions) == {mine}
    like, me = raw.row_of(Action, mine), str(one.account.id)
    proposal = {"state": "proposed", "proposed_by": me, "proposed_because": "Vaker is nodig"}
    assert not raw.added(one, Action, like)
    assert raw.added(one, Action, like, **proposal)
    assert not raw.added(one, Action, like, **{**proposal, "proposed_by": str(uuid4())})
    assert not raw.added(one, Action, like, **{**proposal, "doer_name": "Iemand anders"})


def test_the_twin_whoever_leads_changes_every_action_and_adds_one() -> None:
    world = the_world()
    one = somebody(world, REGISSEUR)
    actions = visible(one, Action, rows_of(world, Action, world.members))
    assert raw.changed(one, Action, actions) == actions
    assert raw.added(one, Action, raw.row_of(Action, next(iter(actions))))


def test_nobody_writes_in_another_family() -> None:
    """The same rows are changed by who leads them: the test above."""
    world = the_world()
    one = somebody(world, REGISSEUR)
    with superuser():
        elsewhere = set(Action.objects.exclude(dossier=world.dossier).values_list("id", flat=True))
    assert elsewhere
    assert raw.changed(one, Action, elsewhere) == set()
    assert not raw.added(one, Action, raw.row_of(Action, next(iter(elsewhere))))


def test_a_planted_policy_that_lets_readers_write_is_found() -> None:
    reads = "dossier_id = any((select gate.keys('plan', 1))::uuid[])"
    with superuser(), connection.cursor() as cursor:
        cursor.execute(f"alter policy kring_app_change on plans_plan using ({reads}) with check ({reads})")
    world = the_world()
    one = somebody(world, DOSSIER_ROLES["geraadpleegd"])
    assert faults(everything(world, one), one.role) == ["Plan: writes what it only reads"]
