"""Writing register rows in bulk while remembering what they were: what one delivery did can be undone.

The domains write through this; who keeps the journal (`exchange`) is above them.
"""

from collections.abc import Mapping
from typing import Protocol

from django.db.models import Model


class Ledger(Protocol):
    """Rows are written at `flush`, in the order removed, changed, added. Values are keyed by column (`subject_id`).

    `unit` says which rows stand or fall together when a delivery is undone: the parts of one person, of one
    provision. `line` is the row of the file that asked for it.
    """

    def add(self, row: Model, *, unit: str, line: int | None = None) -> None:
        """Write this new row; its primary key is made in Python or given by the database."""

    def put(self, row: Model, values: Mapping[str, object], *, unit: str, line: int | None = None) -> bool:
        """Give a row these values. False when it had them already: then nothing is written."""

    def remove(self, row: Model, *, unit: str, line: int | None = None) -> None:
        """Take this row away; undoing puts it back."""

    def flush(self) -> None:
        """Write what is pending."""
