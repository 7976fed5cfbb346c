"""A language's catalogue: keeps every translation whose Dutch text still stands, drops the others, invents none."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kring.web.languages.extraction import Text

LONGEST_LINE = 120


class Undated(Catalog):
    """A catalogue whose head holds no dates, people or programs: the same texts give the same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


@dataclass(frozen=True, slots=True)
class Update:
    """The new catalogue, and how many of its texts are new, gone, or still without a translation."""

    catalogue: Catalog
    added: int
    dropped: int
    missing: int


def update(texts: Iterable[Text], old: Catalog) -> Update:
    """The texts in the order of the source, with the translations of the old catalogue where it has them."""
    new = _empty(str(old.locale))
    for text in texts:
        before = old.get(text.ident, text.context)
        if before is None or isinstance(before.id, str) != isinstance(text.ident, str):
            new.add(text.ident, "", locations=[(text.place, 0)], context=text.context)
        else:
            doubt = before.flags & {"fuzzy"}
            new.add(text.ident, before.string, locations=[(text.place, 0)], flags=doubt, context=text.context)
    written, known = idents(new), idents(old)
    missing = sum(not is_translated(message) for message in entries(new))
    return Update(new, len(written - known), len(known - written), missing)


def entries(catalogue: Catalog) -> list[Message]:
    """The messages without the head."""
    return [message for message in catalogue if message.id]


def idents(catalogue: Catalog) -> frozenset[tuple[object, str | None]]:
    return frozenset((message.id, message.context) for message in entries(catalogue))


def is_translated(message: Message) -> bool:
    """Every form has text, and nobody marked it as doubtful."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms) and not message.fuzzy


def read(path: Path, language: str) -> Catalog:
    catalogue = _empty(language)
    if path.exists():
        with path.open("rb") as file:
            for message in entries(read_po(file, locale=language)):
                catalogue[message.id] = message
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """The file for translators: each text with the files where it stands, without line numbers."""
    file = io.BytesIO()
    write_po(file, catalogue, width=LONGEST_LINE, include_lineno=False, ignore_obsolete=True)
    return file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The file that Django reads."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def _empty(language: str) -> Catalog:
    return Undated(locale=language, fuzzy=False, header_comment=f"# Kring: {language}. Written by ./run messages.")
