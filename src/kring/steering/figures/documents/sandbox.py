"""What a template from outside may ask of this computer: no more than a letter needs."""

from io import BytesIO
from typing import Final
from zipfile import ZipFile

from jinja2.runtime import Context, Undefined
from jinja2.sandbox import SandboxedEnvironment

LARGEST_UNPACKED: Final = 20 * 1024 * 1024
MOST_PARTS: Final = 500
LARGEST: Final = 10**9
FILTERS: Final = ("capitalize", "default", "e", "escape", "first", "int", "join", "last", "length", "list", "lower",
                  "round", "safe", "sort", "title", "trim", "upper")  # fmt: skip
DEAR: Final = frozenset({"*", "**", "%"})


class TooMuch(ValueError):
    """The template unpacks to something enormous, or multiplies a text."""


def check_size(template: bytes) -> None:
    """By the table of contents, before anything is unpacked; the unpacking itself stops at what that table says."""
    with ZipFile(BytesIO(template)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
            raise TooMuch


class Sums(SandboxedEnvironment):
    """Multiplies numbers of ordinary size and nothing else: `"a" * 10**10` fills a computer. Few filters, no ranges."""

    intercepted_binops = DEAR

    def __init__(self, undefined: type[Undefined]) -> None:
        super().__init__(undefined=undefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        if operator == "**" or not all(isinstance(one, int | float) and abs(one) <= LARGEST for one in (left, right)):
            raise TooMuch
        return super().call_binop(context, operator, left, right)
