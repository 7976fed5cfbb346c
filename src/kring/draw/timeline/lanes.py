"""The lanes of a timeline: name, packed bars and their labels, one lane below the other."""

from dataclasses import dataclass
from typing import Final

from kring.draw.canvas import Canvas, Layer, Svg, element, group, number
from kring.draw.shapes import Box, Lettering, rect, text
from kring.draw.text import wrap
from kring.draw.timeline.model import Lane, TimelineInput
from kring.draw.timeline.packing import INSIDE, LABEL, Placed, pack
from kring.draw.timeline.window import Window
from kring.draw.timeline.words import NOTHING, NOTHING_INFORMAL, tooltip

NAME_X: Final = 10.0
NAMES_WIDTH: Final = 168.0
NAME_LINE: Final = 17.0
BAR_HEIGHT: Final = 24.0
ROW_HEIGHT: Final = 29.0
PAD: Final = 9.0
#: The point on a bar that goes on beyond the sheet, and the thick start of a professional's bar.
TIP: Final = 8.0
START: Final = 4.0


@dataclass(frozen=True, slots=True)
class LaneRows:
    """A lane with its packed bars; every other lane has a darker ground."""

    lane: Lane
    bars: tuple[Placed, ...]
    darker: bool

    @property
    def name_lines(self) -> list[str]:
        return wrap(self.lane.label, NAMES_WIDTH - NAME_X - 12, 14, bold=True)

    @property
    def height(self) -> float:
        rows = max((placed.row + 1 for placed in self.bars), default=1)
        return 2 * PAD + max((rows - 1) * ROW_HEIGHT + BAR_HEIGHT, len(self.name_lines) * NAME_LINE + 3)

    @property
    def halo(self) -> str:
        return "kd-halo kd-halo-lane" if self.darker else "kd-halo"


def draw_lanes(canvas: Canvas, shown: TimelineInput, window: Window, top: float) -> float:
    """Draws each lane that has help, and always those for informal help; gives where the last one ends."""
    if not shown.drawn_bars:
        return _draw_nothing(canvas, window, top)
    for rows in _lanes(shown, window):
        _draw_lane(canvas, rows, window, top)
        top += rows.height
    return top


def _lanes(shown: TimelineInput, window: Window) -> list[LaneRows]:
    packed = [(lane, pack(shown.drawn_in(lane), window)) for lane in shown.lanes]
    visible = [(lane, bars) for lane, bars in packed if bars or lane.informal]
    return [LaneRows(lane, bars, index % 2 == 1) for index, (lane, bars) in enumerate(visible)]


def _draw_nothing(canvas: Canvas, window: Window, top: float) -> float:
    box = Box(0, top, canvas.width, ROW_HEIGHT + 2 * PAD)
    look = Lettering(ink="kd-muted", halo="kd-halo")
    canvas.add(Layer.GROUND, rect(box, "kd-lane"))
    canvas.add(Layer.LABELS, text(window.left + INSIDE, box.middle + look.drop, NOTHING, look))
    return box.bottom


def _draw_lane(canvas: Canvas, rows: LaneRows, window: Window, top: float) -> None:
    ground = Box(0, top, canvas.width, rows.height)
    canvas.add(Layer.GROUND, rect(ground, "kd-lane-alt" if rows.darker else "kd-lane"))
    name = Lettering(ink=f"kd-ink-{rows.lane.tone}", bold=True)
    for index, line in enumerate(rows.name_lines):
        canvas.add(Layer.LABELS, text(NAME_X, top + PAD + 16 + index * NAME_LINE, line, name))
    for placed in rows.bars:
        box = Box(
            placed.span.left,
            top + PAD + placed.row * ROW_HEIGHT,
            placed.span.right - placed.span.left,
            BAR_HEIGHT,
        )
        canvas.add(Layer.MARKS, _bar(rows.lane, placed, box))
        canvas.add(Layer.LABELS, _label(rows, placed, box))
    if not rows.bars:
        look = Lettering(size=13, ink="kd-muted", halo=rows.halo)
        canvas.add(Layer.LABELS, text(window.left + INSIDE, top + PAD + 16, NOTHING_INFORMAL, look))


def _label(rows: LaneRows, placed: Placed, box: Box) -> Svg:
    halo = f"kd-halo kd-halo-{rows.lane.tone}" if placed.place == "inside" else rows.halo
    look = Lettering(LABEL.size, anchor="end" if placed.place == "left" else "start", halo=halo)
    return text(placed.label_x, box.middle + LABEL.drop, placed.label, look)


def _bar(lane: Lane, placed: Placed, box: Box) -> Svg:
    shape = element("path", d=_outline(lane, placed, box), class_=f"kd-box-{lane.tone}")
    if lane.informal or placed.runs_in:
        return group(shape, title=tooltip(placed.bar), href=placed.bar.href)
    start = Box(box.x, box.y, min(START, box.width), box.height)
    thick = rect(start, f"kd-ink-{lane.tone}", radius=1)
    return group(shape, thick, title=tooltip(placed.bar), href=placed.bar.href)


def _outline(lane: Lane, placed: Placed, box: Box) -> str:
    """A box, rounded in full for informal help, with a point where the help goes on beyond the sheet."""
    radius = min(BAR_HEIGHT / 2 if lane.informal else 4, box.width / 2)
    tip = min(TIP, box.width / 2)
    left, right = (tip if placed.runs_in else radius), (tip if placed.runs_out else radius)
    r, top, bottom = number(radius), number(box.y), number(box.bottom)
    low, high, middle = number(box.bottom - radius), number(box.y + radius), number(box.middle)
    last = (
        f"L{number(box.right)},{middle}L{number(box.right - right)},{bottom}"
        if placed.runs_out
        else f"q{r},0 {r},{r}V{low}q0,{r} -{r},{r}"
    )
    first = f"L{number(box.x)},{middle}Z" if placed.runs_in else f"q-{r},0 -{r},-{r}V{high}q0,-{r} {r},-{r}Z"
    return f"M{number(box.x + left)},{top}H{number(box.right - right)}{last}H{number(box.x + left)}{first}"
