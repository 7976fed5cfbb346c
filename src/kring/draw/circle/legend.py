"""What the signs in the circle mean: only those that this drawing has."""

from collections.abc import Iterator

from kring.draw.canvas import Canvas, Screen, Svg, element
from kring.draw.circle.model import (
    APART,
    CHANGES,
    LOADS,
    MARKS,
    SECTORS,
    TONES,
    Change,
    CircleInput,
    Load,
    Sector,
    Support,
)
from kring.draw.legend import SAMPLE, Sample, lay_out, tie_sample
from kring.draw.shapes import Lettering, Point, line, mark, text
from kring.draw.ties import QUALITIES, Quality, arrow

SIGNS = {Load.MORE: "+", Load.RIGHT: "=", Load.LIMIT: "!", Load.PAUSE: "II"}
SIGN = Lettering(10.5, bold=True, anchor="middle")
SYMBOL = 8.0


def load_sign(load: Load, centre: Point, size: float = 1.0) -> list[Svg]:
    """A small badge: +, =, ! or two bars. `size` as a share of the usual."""
    return _badge(SIGNS[load], centre, size, is_full=load in {Load.LIMIT, Load.PAUSE})


def apart_sign(centre: Point, size: float = 1.0) -> list[Svg]:
    """A badge with two bars struck through: somebody does not go together with another."""
    return _badge("≠", centre, size)


def _badge(sign: str, centre: Point, size: float, *, is_full: bool = False) -> list[Svg]:
    x, y = centre
    badge = element("circle", cx=x, cy=y, r=7.5 * size, class_="kd-badge-full" if is_full else "kd-badge")
    look = Lettering(SIGN.size * size, "kd-white" if is_full else "", bold=True, anchor="middle")
    return [badge, text(x, y + look.drop, sign, look)]


def draw_legend(canvas: Canvas, given: CircleInput, left: float, top: float) -> float:
    return lay_out(canvas, _entries(given, canvas.screen), left, top)


def _entries(given: CircleInput, screen: Screen) -> Iterator[tuple[Sample, str]]:
    for sector in Sector:
        if screen is Screen.NARROW and given.of(sector):
            yield _sector(sector), SECTORS[sector]
    for quality in Quality:
        if any(one.quality is quality and one.change is not Change.WENT for one in given.people):
            yield tie_sample(quality), QUALITIES[quality]
    if any(one.support is not Support.NONE for one in given.people):
        yield support_sample, "steun"
    yield from _signs(given)


def _signs(given: CircleInput) -> Iterator[tuple[Sample, str]]:
    for load in Load:
        if any(one.load is load for one in given.people):
            yield _load(load), LOADS[load]
    if any(one.apart for one in given.people):
        yield _apart, f"{APART} iemand"
    for change in (Change.CAME, Change.WENT):
        if any(one.change is change for one in given.people):
            yield _change(change), CHANGES[change]


def _sector(sector: Sector) -> Sample:
    return lambda x, y: [mark(MARKS[sector], (x + SAMPLE / 2, y), SYMBOL, f"kd-box-{TONES[sector]}")]


def support_sample(x: float, y: float) -> list[Svg]:
    return [line([(x, y), (x + SAMPLE - 9, y)], "kd-bond-plain"), arrow((x + SAMPLE, y), 0)]


def _load(load: Load) -> Sample:
    return lambda x, y: load_sign(load, (x + SAMPLE / 2, y))


def _apart(x: float, y: float) -> list[Svg]:
    return apart_sign((x + SAMPLE / 2, y))


def _change(change: Change) -> Sample:
    if change is Change.WENT:
        return lambda x, y: [element("circle", cx=x + SAMPLE / 2, cy=y, r=SYMBOL, class_="kd-gone")]
    return lambda x, y: [
        element("circle", cx=x + SAMPLE / 2, cy=y, r=radius, class_=look)
        for radius, look in ((SYMBOL - 2.5, "kd-box-slate"), (SYMBOL + 0.5, "kd-line-slate"))
    ]
