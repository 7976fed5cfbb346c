"""The contact sheets of genograms in `docs/drawings`: `python -m tests.draw.contact` takes them anew with Chromium."""

import io
import sys
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from kring.draw import Drawing, draw_genogram, finish
from tests.conftest import SHARED
from tests.draw.gallery import FOLDER, ROOT
from tests.draw.kin import SEEDS, drawn
from tests.draw.registered import families
from tests.draw.relatives import demo_families
from tests.stories.conftest import CHROMIUM, FLAGS

MARK = FOLDER / "families.sha256"
"""Of what the sheets show, so that a test knows when they are old."""
WIDE, COLOURS = 2000, 48
LOOK = ROOT / "src" / "kring" / "web"
SAMPLE = 12
HALF = len(SEEDS) // 2
HTML = """<!doctype html><meta charset="utf-8"><base href="{base}"><style>{fonts}
body {{ margin: 16px; font: 600 15px "Source Sans 3 Variable"; display: flex; flex-wrap: wrap; gap: 14px; }}
figure {{ margin: 0; padding: 6px 10px; border: 1px solid #ccc; }} svg {{ zoom: {zoom}; display: block; }}
</style>{figures}"""


def sheets() -> dict[str, str]:
    """The drawings of each sheet by its name, with what is written above them."""
    demo = ((one.title, draw_genogram(one)) for one in demo_families())
    return {
        "families": _figures(demo),
        "families-random-1": _figures((str(seed), drawn(seed)) for seed in SEEDS[:HALF]),
        "families-random-2": _figures((str(seed), drawn(seed)) for seed in SEEDS[HALF:]),
    }


def registered_sheet(shared: Path) -> str:
    """The largest families of the test persons of the BRP; of each size one."""
    largest = {len(one.persons): one for one in families(shared)}
    return _figures((f"{size}", draw_genogram(largest[size])) for size in sorted(largest, reverse=True)[:SAMPLE])


def mark(figures: str) -> str:
    return sha256(figures.encode()).hexdigest()


def _figures(drawings: Iterable[tuple[str, Drawing]]) -> str:
    return "".join(f"<figure>{escape(title)}{finish(one.svg)}</figure>" for title, one in drawings)


def photograph(page: Page, figures: str, zoom: float) -> bytes:
    """In few colours: a drawing has no more."""
    base, fonts = (LOOK / "static").as_uri() + "/", (LOOK / "look" / "css" / "fonts.css").read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        file = Path(folder, "sheet.html")
        file.write_text(HTML.format(base=base, fonts=fonts, zoom=zoom, figures=figures), encoding="utf-8")
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        taken = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    small = io.BytesIO()
    taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(small, "png", optimize=True)
    return small.getvalue()


def take() -> None:
    if CHROMIUM is None:
        sys.exit("Chromium is needed to take the contact sheets: apt install chromium")
    found = sheets()
    if SHARED.exists():
        found["families-registered"] = registered_sheet(SHARED)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, "--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDE, "height": 100})
        for name, figures in found.items():
            (FOLDER / f"{name}.png").write_bytes(photograph(page, figures, 0.8 if name == "families" else 0.55))
        browser.close()
    MARK.write_text("".join(f"{mark(figures)} {name}\n" for name, figures in found.items()), encoding="utf-8")


if __name__ == "__main__":
    take()
