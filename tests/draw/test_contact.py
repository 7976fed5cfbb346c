"""The contact sheets show the families of the property tests as they are drawn today."""

from tests.draw.contact import MARK, mark, sheets
from tests.draw.gallery import FOLDER

ROOM = 1_500_000
"""In bytes, of all sheets together."""


def test_the_sheets_show_what_is_drawn() -> None:
    known = MARK.read_text(encoding="utf-8").split()
    old = [name for name, figures in sheets().items() if mark(figures) not in known]
    assert old == [], "run `python -m tests.draw.contact` and look"


def test_each_sheet_is_there_and_the_gallery_shows_it() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    files = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert [name for name in files if f"({name})" not in page] == []
    assert {f"{name}.png" for name in sheets()} <= files.keys()
    assert sum(files.values()) <= ROOM
