"""An address point is known by postcode and house number; letters and additions lie at the same point."""

import re
from dataclasses import dataclass

POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")


def postcode_of(text: str) -> str | None:
    """`1781 ab` → `1781AB`; None when it can be no postcode."""
    joined = text.replace(" ", "").upper()
    return joined if POSTCODE.fullmatch(joined) else None


@dataclass(frozen=True, slots=True)
class AddressRow:
    """One address with its neighbourhood, as the municipality delivers it. Coordinates in metres (RD)."""

    line: int
    postcode: str
    number: int
    x: float
    y: float
    neighbourhood_code: str
    neighbourhood_name: str
    municipality_code: str
    area: str

    @property
    def place(self) -> tuple[str, int]:
        return self.postcode, self.number
