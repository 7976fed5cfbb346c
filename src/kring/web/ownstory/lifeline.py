"""The life line: moments as a drawing that leads to a panel on the same page, and as a table of equal content."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.draw import Drawing, LifelineInput, draw_lifeline
from kring.draw import Moment as DrawnMoment
from kring.draw.lifeline.model import Sort
from kring.practice.circle.models import LifeEvent
from kring.practice.circle.queries.own import MomentLine, moments
from kring.practice.circle.rules.own import About
from kring.web.kit.request import PageRequest
from kring.web.ownstory.around import Round
from kring.web.ownstory.forms import SEASON_NAMES, SEASONS, MomentForm, moment_now
from kring.web.ownstory.telling import Panel, Story


def _shown(request: PageRequest, around: Round, lines: tuple[MomentLine, ...]) -> Mapping[str, object]:
    return {"lines": lines, "drawn": _drawn(request, around, lines)}


def _drawn(request: PageRequest, around: Round, lines: tuple[MomentLine, ...]) -> Drawing:
    """Each moment leads to its panel."""
    here = reverse("lifeline", args=[around.frame.head.id])
    shown = tuple(
        DrawnMoment(
            row.on, when_in_words(row), Sort(row.kind), row.what, around.of(row.subject), row.feeling,
            f"{here}?regel={row.id}#regel",
        )
        for row in lines
    )  # fmt: skip
    return draw_lifeline(LifelineInput("gezin", request.actor.today, shown))


def when_in_words(row: MomentLine) -> str:
    """As exactly as it is known: 2019, zomer 2019, juni 2019, 4 juni 2019."""
    year = str(row.on.year)
    if row.about is About.YEAR:
        return year
    if row.about is About.SEASON:
        seasons = {month: name for name, month in SEASONS.items()}
        return f"{SEASON_NAMES[seasons[row.on.month]]} {year}"
    month = f"{MONTHS[row.on.month]} {year}"
    return f"{row.on.day} {month}" if row.about is About.DAY else month


def _panel(around: Round, line: MomentLine) -> Panel:
    facts = (
        (gettext("Wanneer"), when_in_words(line)),
        (gettext("Voor wie"), around.of(line.subject) or gettext("het hele gezin")),
        *([(gettext("Hoe was dat"), line.feeling)] if line.feeling else []),
        (gettext("Verteld door"), line.told_by),
        (gettext("Te zien voor"), gettext(line.shown_to.label)),
    )
    return Panel(line.what, facts)


LIFELINE = Story(
    "lifeline",
    "moment",
    "moment",
    _("Levenslijn"),
    _("Een moment opschrijven"),
    LifeEvent,
    moments,
    MomentForm,
    moment_now,
    _panel,
    _shown,
)
