"""Somebody as two people are compared, and what the comparing gives: plain text, so that it can go through a pipe."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

Row = dict[str, str | int | list[str] | None]


@dataclass(frozen=True, slots=True)
class Record:
    """`key` says whose it is; one person may have several. `born` is YYYYMMDD, or YYYY0000 when that is all."""

    key: str
    surnames: tuple[str, ...]
    given: str
    frame: str
    initials: tuple[str, ...]
    born: str
    home: str
    sex: str

    def rows(self, number: int) -> list[Row]:
        """One for each surname: a partner's name is compared as if it were the own."""
        return [self._row(f"{self.key}#{number}#{place}", name) for place, name in enumerate(self.surnames or ("",))]

    def _row(self, ident: str, surname: str) -> Row:
        whole = len(self.born) == 8 and not self.born.endswith("0000")
        return {
            "unique_id": ident,
            "person": self.key,
            "surname": surname or None,
            "given": self.given or None,
            "frame": self.frame or None,
            "initials": list(self.initials) or None,
            "initial": self.initials[0] if self.initials else None,
            "born": self.born or None,
            "day": self.born if whole else None,
            "year": int(self.born[:4]) if self.born else None,
            "home": self.home or None,
            "postcode": self.home.partition(" ")[0] or None,
            "sex": self.sex if self.sex in {"M", "V"} else None,
        }

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> "Record":
        """As `dataclasses.asdict` wrote it, after JSON."""
        text = {name: str(kept[name]) for name in ("key", "given", "frame", "born", "home", "sex")}
        surnames, initials = (tuple(str(one) for one in _list(kept[name])) for name in ("surnames", "initials"))
        return cls(surnames=surnames, initials=initials, **text)


@dataclass(frozen=True, slots=True)
class Weight:
    """What one field says: which likeness was found, and how many bits that weighs; below nought it speaks against."""

    field: str
    likeness: str
    bits: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one; `certainty` between 0 and 1."""

    asked: str
    known: str
    certainty: float
    weights: tuple[Weight, ...]

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> "Pair":
        weights = tuple(_weight(one) for one in _list(kept["weights"]))
        return cls(str(kept["asked"]), str(kept["known"]), float(str(kept["certainty"])), weights)

    def kept(self) -> dict[str, object]:
        return asdict(self)


def _weight(kept: object) -> Weight:
    if not isinstance(kept, dict):
        raise TypeError("Een gewicht is een object.")
    return Weight(str(kept["field"]), str(kept["likeness"]), float(kept["bits"]))


def _list(kept: object) -> list[object]:
    if not isinstance(kept, list | tuple):
        raise TypeError("Hier hoort een lijst.")
    return list(kept)
