"""The circle as a drawing, for every page that shows it; each person is a link to where one works on it."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from kring import draw
from kring.practice.circle.queries import Near, Professional
from kring.web.family.frame import Frame

WHO = "wie"
"""The parameter of the page of the circle that opens a person on it, and the place of that person there."""


def drawn_circle(
    frame: Frame, people: Iterable[Near], professionals: Iterable[Professional], link: Callable[[UUID], str]
) -> draw.Drawing:
    """`link` gives the address of a person by the subject."""
    middle = _("Wij") if frame.head.is_family else frame.head.label
    near = (*(_near(one, link(one.subject)) for one in people), *map(_professional, professionals))
    return draw.draw_circle(draw.CircleInput("kring", middle, near, title=_("Kring")))


def _near(one: Near, link: str) -> draw.Near:
    return draw.Near(
        str(one.subject), one.name, draw.Sector(one.sector), draw.Ring(one.ring), one.does,
        draw.Quality(one.quality), draw.Support(one.direction), draw.Load(one.load) if one.load else None,
        one.moved, link,
    )  # fmt: skip


def _professional(one: Professional) -> draw.Near:
    return draw.Near(str(one.ident), one.name, draw.Sector.PROFESSIONALS, draw.Ring.REGULAR, one.work, change=one.moved)
