"""The pictures of the manual: of a screen as it is on a desk and on a phone, each made by a story in the tests."""

import hashlib
import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

DESK, PHONE = 1366, 390
NARROW = "(max-width: 48rem)"
"""Where the menu of the shell gives way: from here on a reader holds a phone."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG file with its size, so that the text below does not jump when it comes."""

    address: str
    width: int
    height: int


@cache
def picture(path: Path) -> Picture:
    """Its address changes with its content: a browser never shows an old one."""
    content = path.read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    mark = hashlib.sha256(content).hexdigest()[:8]
    return Picture(f"{static(f'{settings.PICTURES.name}/{path.name}')}?v={mark}", width, height)


def shown(source: str, alt: str) -> SafeString:
    """A chapter names the one of the desk; the one of the phone lies beside it."""
    desk = settings.PICTURES / Path(source).name
    wide, narrow = picture(desk), picture(desk.with_name(desk.name.replace(str(DESK), str(PHONE))))
    return format_html(
        '<picture class="k-picture"><source media="{}" srcset="{}" width="{}" height="{}">'
        '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy"></picture>',
        *(NARROW, narrow.address, narrow.width, narrow.height),
        *(wide.address, wide.width, wide.height, alt),
    )
