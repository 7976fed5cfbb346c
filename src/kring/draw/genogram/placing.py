"""Where along its row each item stands: parents over the middle of their children, as near as room allows.

Row by row the wished places are brought in order with the least sum of squares: isotonic regression by pooling
neighbours (Ayer and others 1955), as the `kinship2` package does for pedigrees with a general solver.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kring.draw.genogram.cost import Rows
from kring.draw.genogram.model import Bond
from kring.draw.genogram.skeleton import Item, Skeleton, Thread, is_passage

SWEEPS = 80
CHILD, PARENT, FOSTER, FOSTER_ALONE, THREAD, NEIGHBOUR = 2.0, 1.5, 0.3, 0.5, 3.0, 0.08

Offsets = Mapping[Item, float]
"""The least distance of each item from the first of its row."""


@dataclass(frozen=True, slots=True)
class _Family:
    """`spread`: the couple stands apart, and its children may hang anywhere between the two."""

    ups: tuple[Item, ...]
    downs: tuple[Item, ...]
    weight: float
    spread: bool = False


def placed(rows: Rows, bones: Skeleton, offsets: Offsets) -> dict[Item, float]:
    """The place of each item along its row; neighbours are as far apart as their offsets or more."""
    families = _families(bones, rows)
    of_item: dict[Item, list[_Family]] = defaultdict(list)
    for family in families:
        for item in (*family.ups, *family.downs):
            of_item[item].append(family)
    place = {item: offsets[item] - offsets[row[-1]] / 2 for row in rows for item in row}
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 else rows[::-1]:
            wishes = [_wish(item, place, of_item[item]) for item in row]
            _even_out(row, place, wishes)
            place |= _in_order(row, wishes, offsets)
    first = min(place.values(), default=0.0)
    return {item: at - first for item, at in place.items()}


def _families(bones: Skeleton, rows: Rows) -> list[_Family]:
    at = {item: place for row in rows for place, item in enumerate(row)}
    found = []
    for knot in bones.knots:
        own = tuple(drop.item for drop in knot.drops if drop.child.bond is not Bond.FOSTER)
        foster = tuple(drop.item for drop in knot.drops if drop.child.bond is Bond.FOSTER)
        beside = len(knot.ups) == 1 or abs(at[knot.ups[0]] - at[knot.ups[1]]) == 1
        if own:
            found.append(_Family(knot.ups, own, 1.0, not beside))
        if foster:
            found.append(_Family(knot.ups, foster, FOSTER if own else FOSTER_ALONE, not beside))
    return found + [_Family((thread.up,), (thread.down,), _pull(thread)) for thread in bones.threads]


def _pull(thread: Thread) -> float:
    """Long lines run straight, but do not draw a foster child away from the own family."""
    foster = thread.child is not None and thread.child.bond is Bond.FOSTER
    return FOSTER if foster and not is_passage(thread.down) else THREAD


def _wish(item: Item, place: Mapping[Item, float], families: Sequence[_Family]) -> tuple[float, float]:
    """Where the item would stand, and how much it matters."""
    total = weight = 0.0
    for family in families:
        ups = [place[one] for one in family.ups]
        below = sum([place[one] for one in family.downs]) / len(family.downs)
        above = min(max(below, min(ups)), max(ups)) if family.spread else sum(ups) / len(ups)
        part = family.weight * (PARENT if item in family.ups else CHILD)
        aim = place[item] + (below - above if item in family.ups else above - below)
        total, weight = total + aim * part, weight + part
    return (total / weight, weight) if weight else (place[item], 0.0)


def _even_out(row: Sequence[Item], place: Mapping[Item, float], wishes: list[tuple[float, float]]) -> None:
    """In place: everyone is drawn a little to the neighbours, who has no other wish too."""
    for at, (wish, weight) in enumerate(wishes):
        beside = [place[row[near]] for near in (at - 1, at + 1) if 0 <= near < len(row)]
        if beside:
            middle = sum(beside) / len(beside)
            wishes[at] = ((wish * weight + middle * NEIGHBOUR) / (weight + NEIGHBOUR), weight + NEIGHBOUR)


def _in_order(row: Sequence[Item], wishes: Sequence[tuple[float, float]], offsets: Offsets) -> dict[Item, float]:
    blocks: list[tuple[float, float, int]] = []
    for item, (wish, weight) in zip(row, wishes, strict=True):
        blocks.append((wish - offsets[item], max(weight, 0.01), 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (right, heavy, many), (left, light, few) = blocks.pop(), blocks.pop()
            blocks.append(((left * light + right * heavy) / (light + heavy), light + heavy, few + many))
    starts = [start for start, _weight, count in blocks for _one in range(count)]
    return {item: start + offsets[item] for item, start in zip(row, starts, strict=True)}
