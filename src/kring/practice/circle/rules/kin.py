"""Family ties and how two people get on, as a family tells it: what must be right before it is kept.

They stand beside the ties of the register and never change those: a genogram gives nobody authority over a child.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.circle.rules.content import EARLIEST_YEAR


class KinKind(Labelled):
    """What the first is of the second."""

    PARENT = "parent", _("ouder van")
    PARTNER = "partner", _("partner van")
    TWIN = "twin", _("tweeling met")


class Beside(Labelled):
    """What somebody who is put in the genogram is of who is there already."""

    PARENT = "ouder", _("ouder")
    CHILD = "kind", _("kind")
    PARTNER = "partner", _("partner")
    SIBLING = "broer-of-zus", _("broer of zus")
    TWIN = "tweeling", _("tweelingbroer of tweelingzus")

    @property
    def tie(self) -> KinKind:
        """The kind of tie with who is there already, or with the parents of both."""
        return {Beside.PARTNER: KinKind.PARTNER, Beside.TWIN: KinKind.TWIN}.get(self, KinKind.PARENT)


class Together(Labelled):
    """How two partners are or were together."""

    MARRIED = "married", _("getrouwd")
    COHABITING = "cohabiting", _("samenwonend")
    TOGETHER = "together", _("een relatie, apart wonend")


class Ending(Labelled):
    """How it ended."""

    SEPARATED = "separated", _("uit elkaar")
    DIVORCED = "divorced", _("gescheiden")
    WIDOWED = "widowed", _("door overlijden")


class ChildBond(Labelled):
    """How a child belongs to a parent."""

    BIRTH = "birth", _("geboren kind")
    ADOPTED = "adopted", _("geadopteerd")
    FOSTER = "foster", _("pleegkind")


@dataclass(frozen=True, slots=True)
class KinWords:
    """One tie. `denies`: the family says that the register's tie of this kind between these two is not right."""

    kind: KinKind
    told_by: str
    together: Together | None = None
    ending: Ending | None = None
    bond: ChildBond | None = None
    identical: bool = False
    since: int | None = None
    until: int | None = None
    denies: bool = False

    def settled(self) -> "KinWords":
        """Without what does not belong to a tie of this kind, and with what a kind always has."""
        partner, parent = self.kind is KinKind.PARTNER, self.kind is KinKind.PARENT
        return replace(
            self,
            told_by=self.told_by.strip(),
            together=(self.together or Together.TOGETHER) if partner else None,
            ending=self.ending if partner else None,
            bond=(self.bond or ChildBond.BIRTH) if parent else None,
            identical=self.identical and self.kind is KinKind.TWIN,
            since=None if self.kind is KinKind.TWIN else self.since,
            until=None if self.kind is KinKind.TWIN else self.until,
        )


def can_tie(words: KinWords, this_year: int) -> Verdict:
    if not words.told_by.strip():
        return no(_("Schrijf op wie dit vertelde."))
    years = [year for year in (words.since, words.until) if year is not None]
    if any(not EARLIEST_YEAR <= year <= this_year for year in years) or years != sorted(years):
        return no(_("Kijk de jaren na: het eerste jaar komt voor het laatste, en geen van beide is nog niet geweest."))
    if words.kind is KinKind.PARTNER and words.until and words.ending is None:
        return no(_("Kies hoe deze relatie voorbij ging, of laat het laatste jaar weg."))
    return YES


def can_be_kin(one: UUID, other: UUID, kind: KinKind, parents: Iterable[tuple[UUID, UUID]]) -> Verdict:
    """`parents`: each parent with a child, as far as the writer sees. Nobody descends from an own descendant."""
    if one == other:
        return no(_("Kies twee verschillende mensen."))
    if kind is KinKind.PARENT and descends(one, other, parents):
        return no(_("Zo zou iemand ouder zijn van de eigen ouder of grootouder. Kijk na wie de ouder is."))
    return YES


def descends(one: UUID, other: UUID, parents: Iterable[tuple[UUID, UUID]]) -> bool:
    """Whether `one` is a child, grandchild or further of `other`."""
    children: dict[UUID, set[UUID]] = {}
    for parent, child in parents:
        children.setdefault(parent, set()).add(child)
    seen: set[UUID] = set()
    waiting = [other]
    while waiting:
        at = waiting.pop()
        if at == one:
            return True
        if at not in seen:
            seen.add(at)
            waiting += children.get(at, ())
    return False
