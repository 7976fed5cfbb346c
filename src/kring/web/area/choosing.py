"""Which municipality and which day a page of figures is about, as its address says."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404

from kring.web.kit.request import PageRequest

NAMES = ("gemeente", "peildatum")


def asked_for(request: PageRequest) -> tuple[UUID | None, date | None]:
    """None for what the address leaves open."""
    town, day = (request.GET.get(name, "") for name in NAMES)
    try:
        return UUID(town) if town else None, date.fromisoformat(day) if day else None
    except ValueError:
        raise Http404 from None


def kept_in_links(request: PageRequest) -> str:
    """What links on the page keep of its address."""
    kept = {name: request.GET[name] for name in NAMES if request.GET.get(name)}
    return f"?{urlencode(kept)}" if kept else ""
