"""What axe finds on a page. Where axe cannot decide about a contrast a second look does: nothing is left open."""

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS = {"resultTypes": ["violations", "incomplete"]}
SECOND_LOOK = Path(__file__).with_name("second_look.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Violations, and what stays undecided; each with its place."""
    found: dict[str, Any] = Axe().run(page, options=OPTIONS).response
    lines = [f"{rule['id']} {_place(node)}" for rule in found["violations"] for node in rule["nodes"]]
    open_ = [(rule["id"], _place(node)) for rule in found["incomplete"] for node in rule["nodes"]]
    left = page.evaluate(SECOND_LOOK, [place for rule, place in open_ if rule == "color-contrast"])
    return lines + [f"undecided {rule} {place}" for rule, place in open_ if rule != "color-contrast" or place in left]


def _place(node: dict[str, Any]) -> str:
    place: str = node["target"][0]
    return place
