"""What is familiar: a card for each kind, told by whom, shown to whom, with what one does about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.circle.models import Familiar
from kring.practice.circle.queries.own import FamiliarLine, familiar
from kring.practice.circle.rules.own import FamiliarKind
from kring.web.kit.request import PageRequest
from kring.web.ownstory.around import Round
from kring.web.ownstory.forms import FamiliarForm, familiar_now
from kring.web.ownstory.telling import Panel, Story


@dataclass(frozen=True, slots=True)
class Line:
    """`may_change`: by this reader."""

    row: FamiliarLine
    who: str
    may_change: bool


@dataclass(frozen=True, slots=True)
class Card:
    kind: FamiliarKind
    lines: tuple[Line, ...]


def _shown(_request: PageRequest, around: Round, lines: tuple[FamiliarLine, ...]) -> Mapping[str, object]:
    """Only the kinds of which something was told."""
    told = [Line(row, around.of(row.subject), around.may_change(row.subject)) for row in lines]
    cards = [Card(kind, tuple(one for one in told if one.row.kind is kind)) for kind in FamiliarKind]
    return {"cards": [card for card in cards if card.lines]}


def _panel(_around: Round, _line: FamiliarLine) -> Panel:
    """All there is to know of it stands in its form."""
    return Panel(gettext("Verbeteren"))


FAMILIAR = Story(
    "familiar",
    "familiar",
    "vertrouwd",
    _("Wat vertrouwd is"),
    _("Iets opschrijven"),
    Familiar,
    familiar,
    FamiliarForm,
    familiar_now,
    _panel,
    _shown,
)
