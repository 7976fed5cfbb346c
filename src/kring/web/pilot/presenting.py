"""A pilot's safe figures as a template needs them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kring.draw import Amount, AmountGroup, BarsInput, Drawing, Tone, draw_bars
from kring.steering.figures.queries.pilots import PilotPage
from kring.steering.figures.rules.pilots import DOMAINS
from kring.steering.figures.rules.values import Hidden, Value
from kring.web.area.charts import drawn


@dataclass(frozen=True, slots=True)
class Covered:
    """A figure that is not shown, and why."""

    name: str
    why: str


def covered(shown: PilotPage) -> tuple[Covered, ...]:
    """What the drawing hatches, in words."""
    return tuple(Covered(name, _(value.why.words)) for name, value in _named(shown) if isinstance(value, Hidden))


def bars(shown: PilotPage) -> Drawing:
    """Both divisions on one scale."""
    groups = (
        _group(_("Per domein"), _domains(shown), Tone.PLUM),
        _group(_("Per gemeente"), _towns(shown), Tone.PETROL),
    )
    return draw_bars(BarsInput("deelnames", _("Aantal casussen"), groups, _("deelnames")), width=600)


def _group(heading: str, parts: list[tuple[str, Value]], tone: Tone) -> AmountGroup:
    return AmountGroup(tuple(Amount(name, drawn(value)) for name, value in parts), heading, tone)


def _named(shown: PilotPage) -> list[tuple[str, Value]]:
    return [*_domains(shown), (_("Totaal"), shown.figures.total), *_towns(shown)]


def _domains(shown: PilotPage) -> list[tuple[str, Value]]:
    return [(_(DOMAINS[code]), value) for code, value in shown.figures.by_domain.items()]


def _towns(shown: PilotPage) -> list[tuple[str, Value]]:
    return [(town.name, shown.figures.by_municipality[str(town.id)]) for town in shown.towns]
