"""Files that a command writes: all or none, each first beside its place and then in it; `-` is the screen."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.core.management.base import OutputWrapper
from django.utils.translation import gettext as _

SCREEN = "-"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a file goes; without a path to the screen."""

    path: Path | None

    def __str__(self) -> str:
        return str(self.path or SCREEN)

    @property
    def is_screen(self) -> bool:
        return self.path is None


def target_of(text: str) -> Target:
    """ValueError says why nothing can be written there, before anything is counted."""
    if text == SCREEN:
        return Target(None)
    path = Path(text)
    if path.is_dir():
        raise ValueError(_("%(path)s is een map. Geef een bestandsnaam.") % {"path": path})
    if not path.parent.is_dir():
        raise ValueError(_("De map %(path)s bestaat niet. Maak die eerst.") % {"path": path.parent})
    if not os.access(path.parent, os.W_OK):
        raise ValueError(_("In de map %(path)s mag Kring niet schrijven.") % {"path": path.parent})
    return Target(path)


def write_together(files: Mapping[Target, bytes], screen: OutputWrapper) -> None:
    """Complete files beside their places first; only when all are there, they take their names."""
    paths = {target.path: content for target, content in files.items() if target.path is not None}
    waiting = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in paths}
    try:
        for path, beside in waiting.items():
            beside.write_bytes(paths[path])
        for path, beside in waiting.items():
            beside.replace(path)
    finally:
        for beside in waiting.values():
            beside.unlink(missing_ok=True)
    for target, content in files.items():
        if target.is_screen:
            _to_screen(content, screen)


def _to_screen(content: bytes, screen: OutputWrapper) -> None:
    """Text as the command's own output; anything else as it is."""
    try:
        screen.write(content.decode(), ending="")
    except UnicodeDecodeError:
        screen.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
