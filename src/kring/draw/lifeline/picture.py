"""The life line: moments on one axis with their words above and below; for phones one below the other."""

from typing import Final

from kring.draw.canvas import NARROW, Canvas, Drawing, Layer, Screen, Svg, Words, drawing, group
from kring.draw.lifeline.model import LOOK, LifelineInput, Moment, in_order
from kring.draw.lifeline.placing import BODY, HEAD, INSET, SOFT, Label, Standing, label_of, right_end, stand
from kring.draw.lifeline.words import NOTHING, tooltip, words
from kring.draw.shapes import Box, Lettering, line, mark, rect, text

LEAST_WIDTH: Final = 720
LINE: Final = 17.0
MARK: Final = 8.0
MARGIN: Final = 10.0
#: Half of the band of the axis, that labels stay out of; and between two rows of labels.
BAND: Final = 22.0
ROW_GAP: Final = 12.0
NARROW_X: Final = 18.0
NARROW_WORDS: Final = 38.0
EMPTY: Final = Lettering(ink="kd-muted")


def draw_lifeline(shown: LifelineInput, *, width: float = 1060) -> Drawing:
    """Both variants. The same moments give the same sheet, in whatever order they come."""
    if width < LEAST_WIDTH:
        raise ValueError(f"Een levenslijn is minstens {LEAST_WIDTH} px breed; smaller is er de staande.")
    said, moments = words(shown), in_order(shown.moments)
    return drawing(said, _wide(shown, moments, said, width), _narrow(shown, moments, said))


def _wide(shown: LifelineInput, moments: list[Moment], said: Words, width: float) -> Svg:
    canvas = Canvas(f"lifeline-{shown.key}", width)
    if not moments:
        return _empty(canvas, said)
    standing = stand(moments, shown.today, width)
    row = LINE * max(one.label.lines for one in standing) + ROW_GAP
    above, below = (row * (1 + max((one.row for one in standing if one.side == side), default=-1)) for side in (-1, 1))
    axis = MARGIN + above + BAND
    bottom = axis + BAND + below + MARGIN
    canvas.add(Layer.GROUND, rect(Box(0, axis - BAND / 2, width, BAND), "kd-lane-alt", radius=6))
    canvas.add(Layer.LINES, line([(MARGIN, axis), (right_end(width) + 20, axis)], "kd-axis"))
    for one in standing:
        _draw(canvas, one, axis, row)
    return canvas.close(bottom, said, has_links=any(one.href for one in moments))


def _draw(canvas: Canvas, one: Standing, axis: float, row: float) -> None:
    """The mark on the axis, its line, and its words: those of the row nearest to the axis begin there."""
    height = one.label.lines * LINE
    near = axis + one.side * (BAND + one.row * row)
    top = near - height if one.side < 0 else near
    far = near + one.side * height
    canvas.add(Layer.GRID, line([(one.x, axis), (one.x, far)], "kd-axis"))
    shape, tone = LOOK[one.moment.sort]
    words_ = _words(one.label, one.x + INSET, top)
    sign = mark(shape, (one.x, axis), MARK, f"kd-box-{tone}")
    canvas.add(Layer.LABELS, group(sign, *words_, title=tooltip(one.moment), href=one.moment.href))


def _words(label: Label, x: float, top: float) -> list[Svg]:
    looks = [HEAD, *(BODY for _ in label.body), SOFT]
    lines = [label.head, *label.body, label.sort]
    return [
        text(x, top + LINE * index + 13, said, look)
        for index, (said, look) in enumerate(zip(lines, looks, strict=True))
    ]


def _narrow(shown: LifelineInput, moments: list[Moment], said: Words) -> Svg:
    canvas = Canvas(f"lifeline-{shown.key}", NARROW, Screen.NARROW)
    if not moments:
        return _empty(canvas, said)
    top = MARGIN
    for one in moments:
        label = label_of(one, NARROW - NARROW_WORDS - 8)
        shape, tone = LOOK[one.sort]
        sign = mark(shape, (NARROW_X, top + 9), MARK, f"kd-box-{tone}")
        canvas.add(Layer.LABELS, group(sign, *_words(label, NARROW_WORDS, top), title=tooltip(one), href=one.href))
        top += label.lines * LINE + ROW_GAP
    canvas.add(Layer.LINES, line([(NARROW_X, MARGIN), (NARROW_X, top - ROW_GAP)], "kd-axis"))
    return canvas.close(top, said, has_links=any(one.href for one in moments))


def _empty(canvas: Canvas, said: Words) -> Svg:
    canvas.add(Layer.LABELS, text(MARGIN, 28, NOTHING, EMPTY))
    return canvas.close(44, said)
