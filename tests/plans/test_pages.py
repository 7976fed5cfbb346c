"""The pictures of the papers in `docs/documents` show what is printed today; none is empty, none is left over.

With KRING_PAGES=1 they are made anew: look at what changed.
"""

import os

from tests.plans.pages import FOLDER, pages

PAGE = FOLDER.parent / "documents.md"


def test_every_picture_of_a_page_is_what_is_printed() -> None:
    made = dict(pages())
    if os.environ.get("KRING_PAGES"):
        _keep(made)
    kept = {path.name: path.read_bytes() for path in FOLDER.glob("*.png")}
    assert sorted(kept) == sorted(made)
    assert [name for name in made if made[name] != kept[name]] == [], "look at them, with KRING_PAGES=1"


def test_the_page_about_papers_shows_every_picture() -> None:
    shown = PAGE.read_text(encoding="utf-8")
    assert [path.name for path in FOLDER.glob("*.png") if f"(documents/{path.name})" not in shown] == []


def _keep(made: dict[str, bytes]) -> None:
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.png"):
        path.unlink()
    for name, page in made.items():
        (FOLDER / name).write_bytes(page)
