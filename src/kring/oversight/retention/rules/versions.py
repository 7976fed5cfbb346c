"""An agreed plan of a family that stays, without the person who leaves it: what is left keeps its form."""

from collections.abc import Collection, Mapping, Sequence
from typing import cast

Json = None | str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"]
BY_NAME = frozenset({"members", "positions"})
"""Lists with one entry per person, by name."""


def without(content: Json, *, names: Collection[str], ids: Collection[str], gone: str) -> Json:
    """Own goals and actions are left out, the own name elsewhere is replaced. `names` in lower case."""
    if isinstance(content, str):
        return gone if content.casefold() in names else content
    if isinstance(content, Mapping):
        kept = {key: _listed(key, value, names) for key, value in content.items()}
        return {key: without(value, names=names, ids=ids, gone=gone) for key, value in kept.items()}
    if isinstance(content, Sequence):
        stays = [one for one in content if not (isinstance(one, Mapping) and one.get("id") in ids)]
        return [without(one, names=names, ids=ids, gone=gone) for one in stays]
    return content


def _listed(key: str, value: Json, names: Collection[str]) -> Json:
    if key not in BY_NAME or not isinstance(value, list):
        return value
    people = cast("list[Mapping[str, Json]]", value)
    return [one for one in people if str(one["name"]).casefold() not in names]
