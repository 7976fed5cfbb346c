"""What the page of the circle shows: the people on a day, the drawing with its links, and one person of it."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from kring import draw
from kring.draw import Change
from kring.ground.access.parts import Part
from kring.ground.access.policy import may_keep_circle
from kring.practice.circle.queries import CircleView, Near, Person, YoungHelper, circle_on, person_in
from kring.practice.circle.rules.words import Sector
from kring.practice.plans.queries.asked_of import AskedOf, asked_of
from kring.web.circle.forms import DaysForm
from kring.web.family.circle import WHO, drawn_circle
from kring.web.family.frame import Frame, frame
from kring.web.kit.request import PageRequest, asked_id


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that the page and its deeds know."""

    frame: Frame
    today: date
    day: date
    before: date | None
    days: DaysForm
    view: CircleView
    person: Person | None
    may_write: bool
    plan: AskedOf
    """What the person on the page does in the plan, and where more can be asked."""

    @property
    def drawn(self) -> draw.Drawing:
        return drawn_circle(self.frame, self.view.people, self.view.professionals, self.link, self.apart_from)

    @property
    def title(self) -> str:
        return _("Mijn mensen") if self.frame.head.is_family else _("Kring")

    def link(self, subject: UUID) -> str:
        """To the same page with this person on it, on the same days."""
        asked = {name: self.days[name].value() for name in ("op", "toen") if self.days[name].value()}
        return f"?{urlencode({**asked, WHO: subject})}#wie"

    def rows(self) -> list[tuple[Near, str, list[str]]]:
        """Each with the address of that person on this page, and with whom this one does not go together."""
        order = list(Sector)
        people = sorted(self.view.people, key=lambda one: (order.index(one.sector), one.name))
        return [(one, self.link(one.subject), self.apart_from(one.subject)) for one in people]

    @property
    def untold(self) -> list[tuple[Near, str]]:
        """Who stands here and was not told, for who keeps the circle (BR-059)."""
        here = [one for one in self.view.people if not one.is_told and one.moved is not Change.WENT]
        return [(one, self.link(one.subject)) for one in here] if self.may_write else []

    @property
    def names(self) -> dict[UUID, str]:
        """Of the family and of its circle."""
        family = {one.subject: one.name for one in self.frame.head.members if one.name}
        return family | {one.subject: one.name for one in self.view.people}

    @property
    def hidden_from(self) -> list[str]:
        """The names of who does not see this person."""
        return [self.names.get(one, "") for one in self.person.hidden_from] if self.person else []

    @property
    def apart(self) -> list[str]:
        return self.apart_from(self.person.member.pk) if self.person else []

    def apart_from(self, subject: UUID) -> list[str]:
        """With whom somebody does not go together, by name."""
        return [self.names.get(one, "") for one, _row in self.view.beside.apart_from(subject)]

    @property
    def young(self) -> list[tuple[str, YoungHelper]]:
        return [(self.names.get(one.subject, ""), one) for one in self.view.young]


def scene(request: PageRequest, dossier: UUID) -> Scene:
    """404 for who does not read the circle."""
    around = frame(request, dossier, "circle")
    if not around.head.reads(Part.NETWORK):
        raise Http404
    today = request.actor.today
    days = DaysForm(request.GET or None)
    day, before = _days(days, today)
    who = asked_id(request, WHO)
    person = person_in(request.actor, dossier, who) if who else None
    return Scene(
        around, today, day, before, days,
        circle_on(dossier, day, before),
        person,
        bool(may_keep_circle(request.actor, dossier)) and not around.is_closed,
        asked_of(dossier, person.member.pk) if person else AskedOf(),
    )  # fmt: skip


def _days(days: DaysForm, today: date) -> tuple[date, date | None]:
    """What cannot be read, or has not been, is today; what is not earlier is no comparison."""
    given = days.cleaned_data if days.is_bound and days.is_valid() else {}
    day = min(given.get("op") or today, today)
    before = given.get("toen")
    return day, before if before and before < day else None
