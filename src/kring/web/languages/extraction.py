"""The Dutch texts in the source: what a person reads goes through gettext, in Python and in templates alike."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

MessageId = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One text as it stands in a file: a pair for singular and plural, with a context where a word has two meanings."""

    ident: MessageId
    context: str | None
    place: str


def texts(source: Path) -> Iterator[Text]:
    """All texts below a folder, file by file in alphabetical order, each as often as it occurs."""
    for path in sorted([*source.rglob("*.py"), *source.rglob("*.html"), *source.rglob("*.txt")]):
        if "migrations" not in path.parts:
            yield from texts_of(path.read_text(), path.relative_to(source).as_posix())


def texts_of(content: str, place: str) -> Iterator[Text]:
    """The texts of one file; a template is first rewritten as calls of gettext, as Django itself does."""
    if not place.endswith(".py"):
        content = "\n".join(line.lstrip() for line in templatize(content, origin=place).split("\n"))
    for _line, ident, _comments, context in extract("python", io.BytesIO(content.encode()), KEYWORDS):
        yield Text(ident, context, place)
