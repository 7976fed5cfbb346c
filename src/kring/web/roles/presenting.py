"""A role as a person reads it: per object what it may do, and only when. The same table that gives the rights."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.ground.access.permissions import Cell, Thing, Words, permissions
from kring.ground.access.roles import ROLES, Role
from kring.ground.shared.protection import Scope

BY_NAME = frozenset({"secret_address"})
"""Of a family, though no part of a role: it goes by name."""


@dataclass(frozen=True, slots=True)
class Line:
    """One object: its name, the rights in words, and what limits them."""

    name: str
    rights: str
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RolePage:
    """What stands on the page of a role; `later` are objects that the product does not have yet."""

    code: str
    title: str
    description: str
    in_dossier: bool
    lines: tuple[Line, ...]
    later: tuple[Line, ...]


def role_page(role: Role) -> RolePage:
    things = [thing for thing in permissions().things.values() if not cell_of(thing, role).is_none]
    return RolePage(
        role.code,
        _(role.title),
        _(role.description),
        role.in_dossier,
        tuple(_line(thing, role) for thing in things if thing.exists),
        tuple(_line(thing, role) for thing in things if not thing.exists),
    )


def role_pages(codes: frozenset[str] | None = None) -> list[RolePage]:
    """All roles, or the ones with these codes, in the order of the house."""
    return [role_page(role) for role in ROLES if codes is None or role.code in codes]


def find(code: str) -> Role | None:
    return next((role for role in ROLES if role.code == code), None)


def cell_of(thing: Thing, role: Role) -> Cell:
    """A role in an organisation opens nothing of a family: there a dossier's role is needed too."""
    of_a_family = thing.key in BY_NAME or any(part.scope is not Scope.ORGANISATION for part in thing.parts)
    return Cell() if of_a_family and not role.in_dossier else thing.cell(role.column)


def _line(thing: Thing, role: Role) -> Line:
    table, cell = permissions(), cell_of(thing, role)
    limit = [_said(table.limits[cell.word])] if cell.word else []
    return Line(
        _said(thing.words),
        _rights(cell),
        (*limit, *(_said(table.conditions[number]) for number in cell.conditions)),
    )


def _rights(cell: Cell) -> str:
    words = [_("lezen")] if cell.may_read else []
    words += [_("schrijven")] if cell.may_write else []
    words += [_("vaststellen of goedkeuren")] if cell.may_approve else []
    return ", ".join(words)


def _said(words: Words) -> str:
    return words.en if (get_language() or "nl").startswith("en") else words.nl
