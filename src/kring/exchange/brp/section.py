"""One JSON object, read with forgiveness: what can be understood is taken, what cannot is left out and remarked on.

Older BRP data write numbers as text, leave fields out and hold odd characters; none of that may stop a file.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kring.exchange.brp.dates import from_api, from_text
from kring.exchange.brp.records import Coded
from kring.exchange.partial_date import PartialDate

_UNPRINTABLE = {"Cc", "Cs"}
_UNKNOWN_NAME = "."
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was read over; the record is taken all the same."""

    field: str
    rule: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Section:
    """An object of the file with its path; `remarks` is shared by all sections of one person."""

    values: Mapping[str, object]
    path: str = ""
    remarks: list[Remark] = field(default_factory=list)

    def section(self, name: str) -> "Section":
        """The object under `name`; an empty one when it is absent or something else."""
        value = self.values.get(name)
        return Section(_object(value), self._path(name), self.remarks)

    def sections(self, name: str) -> Iterator["Section"]:
        value = self.values.get(name)
        for place, each in enumerate(value if isinstance(value, list) else (), start=1):
            yield Section(_object(each), f"{self._path(name)}[{place}]", self.remarks)

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            return None
        cleaned = "".join(each for each in value if unicodedata.category(each) not in _UNPRINTABLE)
        if len(cleaned) < len(value):
            self.remark(name, "BRP-TEKEN", "Er stonden tekens in die niet te lezen zijn.", "Kring laat ze weg.")
        return cleaned.strip() or None

    def name(self, name: str) -> str | None:
        """A name or street; a full stop stands for unknown."""
        value = self.text(name)
        return None if value == _UNKNOWN_NAME else value

    def number(self, name: str) -> int | None:
        """A whole number above nought; nought stands for unknown."""
        value = self.text(name)
        if value is None:
            return None
        if not _NUMBER.fullmatch(value):
            self.remark(name, "BRP-GETAL", "Hier staat geen getal.", "Kring laat het veld leeg.")
            return None
        return int(value) or None

    def flag(self, name: str) -> bool:
        """True, or a code that is not nought (older data)."""
        value = self.values.get(name)
        return value is True or self.text(name) not in {None, "0"}

    def coded(self, name: str) -> Coded | None:
        found = self.section(name)
        code, label = found.text("code"), found.text("omschrijving")
        return None if code is None and label is None else Coded(code, label)

    def code(self, name: str) -> str | None:
        return self.section(name).text("code")

    def date(self, name: str) -> PartialDate | None:
        """None when absent; both the API's objects and the older eight digits."""
        value = self.values.get(name)
        if value is None:
            return None
        read = from_api(_object(value)) if isinstance(value, dict) else from_text(self.text(name) or "")
        if not read.exact:
            self.remark(name, "BRP-DATUM", "Deze datum bestaat niet.", "Kring bewaart het deel dat kan kloppen.")
        return read.date

    def bsn(self) -> str | None:
        """Nine digits; older data leave out the zeros in front. Nought is no number."""
        value = self.text("burgerservicenummer")
        if value is None:
            return None
        digits = value.zfill(9) if value.isascii() and value.isdigit() else ""
        if len(digits) != 9 or not int(digits):
            self.remark("burgerservicenummer", "BRP-BSN", "Hier staat geen BSN.", "Een BSN heeft negen cijfers.")
            return None
        return digits

    def remark(self, name: str, rule: str, what: str, why: str) -> None:
        self.remarks.append(Remark(self._path(name), rule, what, why))

    def _path(self, name: str) -> str:
        return f"{self.path}.{name}".lstrip(".")


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
