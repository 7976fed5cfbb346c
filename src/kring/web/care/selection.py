"""What of the help is looked at: one person, one law, one thing to work from. The address says it by ids and codes."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from kring.ground.access.parts import Law
from kring.practice.care.queries import CarePicture, CareRow


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list to choose from."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """`person` and `law` narrow what is drawn and listed; `help` opens its panel. Empty: all, and no panel."""

    person: str = ""
    law: str = ""
    help: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> "Selection":
        return cls(query.get("wie", ""), query.get("wet", ""), query.get("hulp", ""))

    def of(self, picture: CarePicture) -> CarePicture:
        """The same picture with the chosen rows; what is no person or law of it narrows nothing."""
        persons, laws = {str(row.subject) for row in picture.rows}, {row.law.value for row in picture.rows}
        rows = tuple(
            row
            for row in picture.rows
            if (self.person not in persons or str(row.subject) == self.person)
            and (self.law not in laws or row.law == self.law)
        )
        return replace(picture, rows=rows)

    def opened(self, picture: CarePicture) -> CareRow | None:
        """The help whose panel is open, if this reader sees it."""
        return next((row for row in picture.rows if str(row.id) == self.help), None)

    def persons(self, picture: CarePicture) -> list[Choice]:
        found = dict(sorted(((str(row.subject), row.person) for row in picture.rows), key=lambda pair: pair[1]))
        return [Choice(value, label, chosen=value == self.person) for value, label in found.items()]

    def laws(self, picture: CarePicture) -> list[Choice]:
        here = {row.law for row in picture.rows}
        return [Choice(law.value, law.label, chosen=law == self.law) for law in Law if law in here]

    def address(self, dossier: UUID, help_: UUID | None = None) -> str:
        """The page with this choice, and the panel of one help."""
        given = {"wie": self.person, "wet": self.law, "hulp": str(help_ or "")}
        query = urlencode({name: value for name, value in given.items() if value})
        page = reverse("care", args=[dossier]) + (f"?{query}" if query else "")
        return f"{page}#hulp" if help_ else page
