"""Everything the look builds, by the file it goes to: kring.css, the themes, the icon sprite and THIRD_PARTY.md."""

from pathlib import Path

from kring.web.look import icons, stylesheet, theme, third_party, vendor
from kring.web.look.places import LOCK, STATIC, THIRD_PARTY


def results() -> dict[Path, str]:
    """What the sources give now. Deterministic: the same sources give the same text."""
    made = {
        STATIC / "kring.css": stylesheet.build(),
        STATIC / "icons.svg": icons.sprite(),
        THIRD_PARTY: third_party.document(vendor.read(), third_party.python_packages(LOCK)),
    }
    for each in theme.THEMES:
        if each is not theme.KRING:
            made[STATIC / "themes" / f"{each.name}.css"] = theme.css(each)
    return made


def faults() -> list[str]:
    """What is wrong with the committed look, in Dutch; empty when all is well."""
    stale = [
        f"{path.name} is niet bijgewerkt; bouw het met 'python -m kring.web.look build'"
        for path, text in results().items()
        if not path.exists() or path.read_text() != text
    ]
    unreadable = [fault for each in theme.THEMES for fault in theme.faults(each)]
    return [*vendor.faults(vendor.read()), *unreadable, *stale]
