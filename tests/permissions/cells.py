"""One cell of the permission table, tried three ways; each answer says which way and what was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.apps import apps
from django.db.models import Model, QuerySet

from kring.ground.access.actor import acting
from kring.ground.access.permissions import FAMILY_COLUMNS, Cell, Thing, permissions
from kring.ground.access.roles import Role
from kring.ground.shared.protection import Scope
from kring.steering.studies.models import StudyCase
from tests.permissions.deeds import POLICY, READ, WRITE
from tests.permissions.world import Somebody, World, can_be_read, is_open, part_of, rows_of, superuser, touched, visible
from tests.web.visitor import Page, Visitor

OPEN = frozenset({200, 302})
CLOSED = frozenset({403, 404})


EVERYWHERE = frozenset({"notice", "data_request"})
"""Of an organisation, and each role has it where it works all the same."""


@dataclass(frozen=True, slots=True)
class Door:
    """Somebody's browser and the addresses of the family."""

    visitor: Visitor
    urls: dict[str, str]


@dataclass(slots=True)
class Tried:
    """What came out. `seen` and `kept` count answers by way, for the totals; `faults` are the ones that were wrong."""

    faults: list[str] = field(default_factory=list)
    yes: dict[str, int] = field(default_factory=dict)
    no: dict[str, int] = field(default_factory=dict)

    def note(self, way: str, name: str, wanted: bool, found: bool) -> None:
        counts = self.yes if found else self.no
        counts[way] = counts.get(way, 0) + 1
        if wanted is not found:
            self.faults.append(f"{name} {way}: {'refused' if wanted else 'let through'}")


def limits_of(thing: Thing, role: Role) -> Cell:
    """A role in a dossier opens nothing of an organisation, nor the other way; appointing is the organisation's."""
    in_dossier = any(part.scope is not Scope.ORGANISATION for part in thing.parts) and thing.key != "lead"
    return thing.cell(role.column) if in_dossier is role.in_dossier or thing.key in EVERYWHERE else Cell()


def rights_of(thing: Thing, role: Role) -> str:
    """What the cell says, without a W that is a proposal only: the proposal is an object of its own."""
    rights = limits_of(thing, role).rights
    proposes = any(permissions().conditions[number].proposes for number in thing.cell(role.column).conditions)
    return rights.replace("W", "") if proposes else rights


def by_policy(tried: Tried, world: World, one: Somebody, thing: Thing) -> None:
    for right in "RWA":
        question = POLICY.get((thing.key, right))
        if question is None:
            continue
        cell = limits_of(thing, one.role)
        wanted = bool(set(thing.parts) & one.parts) if right == "R" else right in rights_of(thing, one.role)
        if thing.key in {"own_words", "written_down"}:
            wanted = any("W" in permissions().things[key].cell(one.role.column).rights
                         for key in ("own_words", "written_down")) and one.role.in_dossier  # fmt: skip
        if thing.key == "task":
            wanted = wanted and not cell.word
        with acting(one.actor):
            found = bool(question(world, one))
        tried.note("policy", f"{thing.key} × {one.role.code} {right}", wanted, found)


def by_sql(tried: Tried, world: World, one: Somebody, thing: Thing) -> None:
    """Readable rows where the role opens the object; none at all where it does not, and none to change.

    Households under pseudonym open by a name in a running study, never by a role alone (condition 10).
    """
    about: list[UUID] = [one.subject] if one.subject else list(world.members)
    for model in (apps.get_model(name) for name in thing.models):
        part = part_of(model)
        if not part or not can_be_read(model) or is_open(model):
            continue
        name = f"{thing.key} × {one.role.code} {model.__name__}"
        if part in one.parts and model is not StudyCase:
            ids = _readable(world, one, model, about)
            if ids:
                tried.note("sql", name, True, bool(visible(one, model, ids)))
        else:
            everything = _not_own(one, model, rows_of(world, model, world.members))
            tried.note("sql", name, False, bool(visible(one, model, everything)))
            tried.note("sql", f"{name} update", False, touched(one, model, everything) > 0)


def by_http(tried: Tried, world: World, one: Somebody, thing: Thing, door: Door) -> None:
    visitor, urls = door.visitor, door.urls
    cell = limits_of(thing, one.role)
    if thing.key in READ:
        place = READ[thing.key].for_(one.role)
        by_part = thing.parts and place is not READ[thing.key].own
        wanted = bool(set(thing.parts) & one.parts) if by_part else not cell.is_none
        page = visitor.get(urls[place.address])
        assert page.status in OPEN | CLOSED, f"{place.address}: {page.status}"
        shown = page.status in OPEN and (place.shows is None or _shows(world, page, *place.shows))
        if place.shows is None or rows_of(world, place.shows[0], world.members):
            tried.note("http", f"{thing.key} × {one.role.code} read", wanted, shown)
    if thing.key in WRITE:
        place = WRITE[thing.key].for_(one.role)
        wanted = "W" in rights_of(thing, one.role)
        page = visitor.get(urls[place.address])
        assert page.status in OPEN | CLOSED, f"{place.address}: {page.status}"
        tried.note("http", f"{thing.key} × {one.role.code} form", wanted, page.status in OPEN)
        if page.status in OPEN:
            posted = visitor.press(page, place.button, place.answers).status if place.button else 200
        else:
            posted = _forced(visitor, urls[place.address], place.answers)
        tried.note("http", f"{thing.key} × {one.role.code} post", wanted, posted in OPEN)


def _forced(visitor: Visitor, url: str, answers: Mapping[str, str]) -> int:
    """What a clever hand sends without having seen the form."""
    visitor.client.handler.enforce_csrf_checks = False
    status = visitor.client.post(url, answers).status_code
    visitor.client.handler.enforce_csrf_checks = True
    return status


def _shows(world: World, page: Page, model: type[Model], column: str) -> bool:
    """Any words of any row of this family."""
    ids = rows_of(world, model, world.members)
    with superuser():
        words = list(model._default_manager.filter(pk__in=ids).values_list(column, flat=True))
    return any(" ".join(text.split()) in page.text for text in words)


def _readable(world: World, one: Somebody, model: type[Model], about: list[UUID]) -> set[object]:
    ids = rows_of(world, model, about)
    names = {column.name for column in model._meta.concrete_fields}
    if "level" in names and one.role.column in FAMILY_COLUMNS:
        shared = model._default_manager.filter(pk__in=ids, level__lte=1)
        return _as_superuser(shared)
    return ids


def _as_superuser(rows: QuerySet[Model]) -> set[object]:
    with superuser():
        return set(rows.values_list("pk", flat=True))


def _not_own(one: Somebody, model: type[Model], ids: set[object]) -> set[object]:
    """Rows that hang on the account itself are always its own to read: its involvement, its tasks."""
    names = {column.name for column in model._meta.concrete_fields}
    own = {"id": one.account.id} if model.__name__ == "Account" else {"account": one.account.id}
    if "account" not in names and model.__name__ != "Account":
        return ids
    return ids - _as_superuser(model._default_manager.filter(**own))
