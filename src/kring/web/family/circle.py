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
    frame: Frame,
    people: Iterable[Near],
    professionals: Iterable[Professional],
    link: Callable[[UUID], str],
    apart: Callable[[UUID], Iterable[str]] = lambda _subject: (),
) -> draw.Drawing:
    """By the subject, `link` gives the address of a person and `apart` with whom this person does not go together."""
    middle = _("Wij") if frame.head.is_family else frame.head.label
    known = (_near(one, link(one.subject), tuple(apart(one.subject))) for one in people)
    near = (*known, *map(_professional, professionals))
    return draw.draw_circle(draw.CircleInput("kring", middle, near, title=_("Kring")))


def _near(one: Near, link: str, apart: tuple[str, ...]) -> draw.Near:
    return draw.Near(
        str(one.subject), one.name, draw.Sector(one.sector), draw.Ring(one.ring), one.does,
        draw.Quality(one.quality), draw.Support(one.direction), draw.Load(one.load) if one.load else None,
        one.moved, link, apart,
    )  # fmt: skip


def _professional(one: Professional) -> draw.Near:
    return draw.Near(str(one.ident), one.name, draw.Sector.PROFESSIONALS, draw.Ring.REGULAR, one.work, change=one.moved)
