"""The gallery of drawings in `docs/drawings`: `python -m tests.draw.gallery` writes it anew."""

from pathlib import Path

from kring.draw import (
    Drawing,
    draw_bars,
    draw_circle,
    draw_ecogram,
    draw_genogram,
    draw_helpers,
    draw_lifeline,
    draw_multiples,
    draw_scores,
    draw_strips,
    draw_timeline,
    finish,
)
from tests.draw import circle, family, kin, moments

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "drawings"
LARGE = 3
"""The seed of a family of thirty persons in four generations."""


def drawings() -> dict[str, Drawing]:
    return {
        "genogram": draw_genogram(kin.BAKKER),
        "genogram-large": draw_genogram(kin.family(LARGE)),
        "circle": draw_circle(circle.BAKKER),
        "ecogram": draw_ecogram(circle.ECOGRAM),
        "timeline": draw_timeline(family.BAKKER),
        "lifeline": draw_lifeline(moments.JAYDEN),
        "scores": draw_scores(family.SCORES),
        "helpers": draw_helpers(family.HELPERS),
        "bars": draw_bars(family.VERSTERKT),
        "strips": draw_strips(family.STACKS),
        "lines": draw_multiples(family.PLANS),
    }


def files() -> dict[str, str]:
    """Each drawing as a file that needs no stylesheet: wide, and for phones if it has such a variant."""
    found = {}
    for name, drawing in drawings().items():
        found[f"{name}.svg"] = finish(drawing.svg) + "\n"
        if drawing.narrow:
            found[f"{name}-phone.svg"] = finish(drawing.narrow) + "\n"
    return found


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, svg in files().items():
        (FOLDER / name).write_text(svg, encoding="utf-8")
