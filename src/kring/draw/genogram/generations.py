"""In which row each person stands: partners in one row, every parent above the children, also foster parents."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from kring.draw.genogram.model import Bond, GenogramInput

Group = str
"""People in one row because they are or were together, named by one of them."""


def generations(given: GenogramInput) -> dict[str, int]:
    """The row of each person, the oldest generation in row 0. Children always stand lower than their parents."""
    group = _partners_together(given)
    links = list(_links(given, group))
    rows = _spread(given, group, links)
    _push_down(rows, links)
    first = min(rows.values(), default=0)
    return {person.key: rows[group[person.key]] - first for person in given.persons}


def _partners_together(given: GenogramInput) -> dict[str, Group]:
    """Partners join one row, unless one of them descends from the other."""
    group = {person.key: person.key for person in given.persons}
    if _has_circle(given, group):
        raise ValueError("In deze familie is iemand ouder van de eigen ouder of grootouder. Verbeter de relaties.")
    for union in given.unions:
        for one, other in zip(union.partners, union.partners[1:], strict=False):
            joined = {key: group[one] if name == group[other] else name for key, name in group.items()}
            if not _has_circle(given, joined):
                group = joined
    return group


def _links(given: GenogramInput, group: Mapping[str, Group]) -> Iterator[tuple[Group, Group, Bond]]:
    """Parent above child."""
    for union in given.unions:
        for child in union.children:
            for parent in union.partners:
                yield group[parent], group[child.key], child.bond


def _has_circle(given: GenogramInput, group: Mapping[str, Group]) -> bool:
    above: dict[Group, set[Group]] = defaultdict(set)
    for parent, child, _bond in _links(given, group):
        above[child].add(parent)
    try:
        TopologicalSorter(above).prepare()
    except CycleError:
        return True
    return False


def _spread(
    given: GenogramInput, group: Mapping[str, Group], links: list[tuple[Group, Group, Bond]]
) -> dict[Group, int]:
    """From whom it is drawn outwards, one row per step; a foster link counts only where nothing else leads."""
    near: dict[Group, list[tuple[Group, int, bool]]] = defaultdict(list)
    for parent, child, bond in links:
        near[parent].append((child, 1, bond is Bond.FOSTER))
        near[child].append((parent, -1, bond is Bond.FOSTER))
    rows: dict[Group, int] = {}
    for person in sorted(given.persons, key=lambda one: not one.index):
        waiting = deque([(group[person.key], 0)])
        later: deque[tuple[Group, int]] = deque()
        while waiting or later:
            name, row = (waiting or later).popleft()
            if name in rows:
                continue
            rows[name] = row
            for other, step, foster in near[name]:
                (later if foster else waiting).append((other, row + step))
    return rows


def _push_down(rows: dict[Group, int], links: list[tuple[Group, Group, Bond]]) -> None:
    """In place: where two ways gave different rows, the child goes below the lowest of its parents."""
    settled = False
    while not settled:
        settled = True
        for parent, child, _bond in links:
            if rows[child] <= rows[parent]:
                rows[child] = rows[parent] + 1
                settled = False
