"""The gallery shows what the code draws today."""

from tests.draw.gallery import FOLDER, files


def test_every_picture_in_the_gallery_is_what_is_drawn() -> None:
    shown = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.svg")}
    drawn = files()
    others = sorted(name for name in shown.keys() | drawn.keys() if shown.get(name) != drawn.get(name))
    assert others == [], "run `python -m tests.draw.gallery` and look at what changed"


def test_the_gallery_names_every_picture() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in files() if f"({name})" not in page] == []
