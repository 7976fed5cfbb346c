"""Saying that something was saved, with a button that takes it back; the service asks the ten minutes again."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest

MARK: Final = "undo:"


def saved(request: HttpRequest, text: str, *, undo: str) -> None:
    """A message on the next page. `undo`: an address that takes a POST without fields."""
    messages.success(request, text, extra_tags=MARK + undo)


def undo_of(tags: str) -> str:
    """The address in the extra tags of a message, or nothing."""
    return tags.removeprefix(MARK) if tags.startswith(MARK) else ""
