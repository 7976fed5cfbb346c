"""The same drawing on paper: Typst draws it from its attributes alone."""

import io
from pathlib import Path

import pytest
import typst
from PIL import Image

from kring.draw import Drawing, draw_strips, draw_timeline, finish
from tests.draw import family

PETROL, HATCHING = (0x0F, 0x5C, 0x63), (0x86, 0x8D, 0x8A)


def colours(drawing: Drawing, folder: Path) -> set[tuple[int, ...]]:
    """The colours on a printed page with the drawing."""
    (folder / "drawing.svg").write_text(finish(drawing.svg, standalone=True), encoding="utf-8")
    (folder / "page.typ").write_text('#set page(width: auto, height: auto)\n#image("drawing.svg")')
    png = typst.compile(str(folder / "page.typ"), format="png", ppi=144)
    with Image.open(io.BytesIO(png)) as picture:
        found = picture.convert("RGB").getcolors(picture.width * picture.height)
    return {colour for _, colour in found or [] if isinstance(colour, tuple)}


@pytest.mark.parametrize(
    ("drawing", "colour"),
    [(draw_timeline(family.BAKKER), PETROL), (draw_strips(family.STACKS), HATCHING)],
    ids=["timeline", "hidden figures"],
)
def test_colours_reach_the_paper(drawing: Drawing, colour: tuple[int, ...], tmp_path: Path) -> None:
    assert colour in colours(drawing, tmp_path)
