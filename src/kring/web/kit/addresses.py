"""Addresses of which a page holds dozens: the path is looked up once, and the ids are put in."""

from collections.abc import Callable
from functools import cache
from typing import Final
from uuid import UUID

from django.urls import get_script_prefix, reverse

LAST: Final = UUID(int=2**128 - 1)
"""Stands in for the id that is put in last."""


def address(name: str, *values: UUID | str) -> str:
    """As `reverse(name, args=values)`, for an address with ids and a few fixed words."""
    words = tuple(None if isinstance(one, UUID) else one for one in values)
    return _path(get_script_prefix(), name, words).format(*(one for one in values if isinstance(one, UUID)))


def addresses(name: str, *values: UUID) -> Callable[[UUID], str]:
    """For the rows of a list: `addresses("goal", dossier)(goal)` is `address("goal", dossier, goal)`."""
    before, after = address(name, *values, LAST).split(str(LAST))
    return lambda last: f"{before}{last}{after}"


@cache
def _path(_prefix: str, name: str, words: tuple[str | None, ...]) -> str:
    """With places for the ids; `_prefix` is where the site begins, which is known once it answers a request."""
    standing_in = [word or UUID(int=number) for number, word in enumerate(words, 1)]
    path = reverse(name, args=standing_in).replace("{", "{{").replace("}", "}}")
    for one in standing_in:
        if isinstance(one, UUID):
            path = path.replace(str(one), "{}")
    return path
