"""Chapters are Markdown files in `docs/handleiding`: the number in the name gives the order, the rest the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from kring.web.manual import pictures

FOLDER = settings.ROOT / "docs" / "handleiding"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: its first line is the title, its second paragraph says what it is about."""

    slug: str
    title: str
    summary: str
    text: str

    @property
    def html(self) -> SafeString:
        """The text below the title as markup. Raw HTML in a chapter is shown as text, never obeyed."""
        return SafeString(_reader().render(self.text))


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("image", _image)
    return reader


def _image(_how: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, _env: EnvType) -> str:
    return pictures.shown(str(tokens[place].attrs["src"]), tokens[place].content)


def read(path: Path) -> Chapter:
    title, _line, rest = path.read_text().partition("\n")
    summary, _gap, text = rest.strip().partition("\n\n")
    return Chapter(path.stem.partition("-")[2], title.removeprefix("# ").strip(), summary.strip(), text)


def chapters() -> list[Chapter]:
    """In reading order."""
    return [read(path) for path in sorted(FOLDER.glob("*.md"))]


def chapter(slug: str) -> Chapter | None:
    return next((one for one in chapters() if one.slug == slug), None)
