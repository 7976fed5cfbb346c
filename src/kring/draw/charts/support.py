"""Who helps: one glyph per helper, whose shape says the same as its colour, and the number beside them."""

from dataclasses import dataclass
from typing import Final

from kring.draw.canvas import NARROW, Canvas, Drawing, Layer, Row, Screen, Svg, Words, drawing
from kring.draw.charts.figures import HIDDEN_WIDTH, Suppressed, hidden_mark, hidden_note, shown
from kring.draw.palette import TONE_OF, Kind
from kring.draw.shapes import PLAIN, Lettering, glyph, text
from kring.draw.text import wrap

RADIUS: Final = 7.0
STEP: Final = 18.5
LINE: Final = 26.0
NAME_LINE: Final = 17.0
NAMES_SHARE: Final = 0.5
COUNT: Final = Lettering(bold=True)
NOBODY: Final = Lettering(ink="kd-muted")
NOBODY_WORDS: Final = "nog niemand"


@dataclass(frozen=True, slots=True)
class HelperGroup:
    """So many helpers of one kind, under their own name (“Vrienden en buren”)."""

    label: str
    kind: Kind
    count: int | Suppressed

    def __post_init__(self) -> None:
        if not isinstance(self.count, Suppressed) and self.count < 0:
            raise ValueError(f"“{self.label}” heeft {self.count} helpers; dat kan niet minder dan 0 zijn.")


@dataclass(frozen=True, slots=True)
class HelpersInput:
    """Groups in the order in which they are shown: the family first."""

    key: str
    groups: tuple[HelperGroup, ...]
    title: str = "Wie helpt er mee"


def draw_helpers(chart: HelpersInput, *, width: float = 310) -> Drawing:
    """The rows `width` px wide, and for phones; many helpers take more lines."""
    said = _words(chart)
    wide = _sheet(chart, said, Canvas(f"helpers-{chart.key}", width))
    narrow = _sheet(chart, said, Canvas(f"helpers-{chart.key}", NARROW, Screen.NARROW))
    return drawing(said, wide, narrow)


def _sheet(chart: HelpersInput, said: Words, canvas: Canvas) -> Svg:
    widest = max((PLAIN.width(group.label) for group in chart.groups), default=0.0)
    left = min(widest, canvas.width * NAMES_SHARE) + 14
    y = 0.0
    for group in chart.groups:
        y += _draw_group(canvas, group, left, y)
    return canvas.close(max(y, LINE), said)


def _draw_group(canvas: Canvas, group: HelperGroup, left: float, y: float) -> float:
    """Draws name, glyphs and number; gives the height that they take."""
    names = wrap(group.label, left - 14, PLAIN.size)
    for index, words in enumerate(names):
        canvas.add(Layer.LABELS, text(0, y + LINE / 2 + NAME_LINE * index + PLAIN.drop, words))
    lines = _draw_glyphs(canvas, group, left, y + LINE / 2)
    return max(LINE * lines, LINE + NAME_LINE * (len(names) - 1))


def _draw_glyphs(canvas: Canvas, group: HelperGroup, left: float, middle: float) -> int:
    """Draws the glyphs from `left` on and the number after them; gives how many lines they take."""
    if isinstance(group.count, Suppressed):
        canvas.add(Layer.MARKS, hidden_mark(canvas, left, middle - RADIUS, 2 * RADIUS))
        look, words = PLAIN, group.count.text
        canvas.add(Layer.LABELS, text(left + HIDDEN_WIDTH + 8, middle + look.drop, words, look))
        return 1
    a_line = max(1, int((canvas.width - left - COUNT.width(shown(group.count)) - 8) // STEP))
    for index in range(group.count):
        row, column = divmod(index, a_line)
        centre = left + RADIUS + 1 + STEP * column, middle + LINE * row
        canvas.add(Layer.MARKS, *glyph(group.kind, centre, RADIUS))
    last_row, last_column = divmod(max(0, group.count - 1), a_line)
    look, words = (COUNT, shown(group.count)) if group.count else (NOBODY, NOBODY_WORDS)
    x = left + (STEP * (last_column + 1) + 4 if group.count else 1)
    canvas.add(Layer.LABELS, text(x, middle + LINE * last_row + look.drop, words, look))
    return last_row + 1


def _words(chart: HelpersInput) -> Words:
    rows = tuple(Row((group.label, shown(group.count)), TONE_OF[group.kind]) for group in chart.groups)
    said = ", ".join(f"{name}: {number}" for name, number in (row.cells for row in rows))
    note = hidden_note(group.count for group in chart.groups)
    summary = f"{said}. {note}".rstrip() if said else "Er zijn nog geen helpers bekend."
    return Words(chart.title, summary, ("Wie", "Aantal"), rows)
