"""What the overview of a family brings together from its plan and from what stands round it; pictures included."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import uuid5

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.draw import Bar, Drawing, HelperGroup, HelpersInput, Kind, TimelineInput, draw_helpers, draw_timeline
from kring.practice.care.queries import LANES
from kring.practice.circle.queries import Near, Professional
from kring.practice.plans.models import ActionState, DoerKind
from kring.practice.plans.policy import may_report_on
from kring.practice.plans.queries import ActionView, Around, CareLine, WorkingPlan
from kring.web.family.circle import WHO, drawn_circle
from kring.web.family.frame import Frame

SOON = timedelta(days=21)
LATELY = timedelta(days=14)
"""So long a step that was done stays in sight, struck through."""
SHOWN_DAYS = 6


@dataclass(frozen=True, slots=True)
class Doer:
    """Someone with the steps that he or she took upon them; `may_tick`: the reader may say that they are done."""

    name: str
    kind: DoerKind
    function: str
    actions: tuple[ActionView, ...]
    may_tick: bool


@dataclass(frozen=True, slots=True)
class Day:
    """Something on one of the coming days."""

    on: date
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything below the head of the page."""

    doers: tuple[Doer, ...]
    open_actions: int
    late_actions: int
    days: tuple[Day, ...]
    helpers: Drawing
    timeline: Drawing | None
    care_note: str
    circle: Drawing | None
    circle_note: str


def overview(frame: Frame, plan: WorkingPlan, around: Around, people: Sequence[Near] | None, today: date) -> Overview:
    """`people`: who stands round the family; None for who does not read the circle."""
    actions = plan.open_actions
    care = around.care
    return Overview(
        _doers(frame, plan, today),
        len(actions),
        sum(action.is_late for action in actions),
        _days(plan, around, today),
        draw_helpers(_helpers(frame, plan, around, today)),
        draw_timeline(_timeline(care, today)) if care else None,
        _care_note(care),
        _circle(frame, people, around) if people is not None else None,
        _circle_note(people or ()),
    )


def _doers(frame: Frame, plan: WorkingPlan, today: date) -> tuple[Doer, ...]:
    """Family first, then network, volunteers and professionals; each with what is open or was done lately."""
    found: dict[tuple[DoerKind, str], list[ActionView]] = defaultdict(list)
    for action in plan.actions:
        lately = action.state == ActionState.DONE and action.closed_on and today - action.closed_on <= LATELY
        if action.is_open or lately:
            found[action.kind, action.who].append(action)
    kinds = list(DoerKind)
    ordered = sorted(found.items(), key=lambda item: (kinds.index(item[0][0]), item[0][1]))
    return tuple(_doer(frame, kind, name, mine) for (kind, name), mine in ordered)


def _doer(frame: Frame, kind: DoerKind, name: str, actions: list[ActionView]) -> Doer:
    function = next((action.function for action in actions if action.function), "")
    ordered = sorted(actions, key=lambda action: (not action.is_open, action.due_on))
    may_tick = may_report_on(frame.head.roles, frame.head.reader, kind, name)
    return Doer(name, kind, function, tuple(ordered), bool(may_tick))


def _days(plan: WorkingPlan, around: Around, today: date) -> tuple[Day, ...]:
    days = [Day(action.due_on, action.what, action.who) for action in plan.open_actions if action.due_on >= today]
    days += [Day(task.due_on, task.title, "") for task in around.tasks if task.due_on >= today]
    looks_back = any(task.due_on == plan.texts.evaluation_on for task in around.tasks)
    if plan.texts.evaluation_on and plan.texts.evaluation_on >= today and not looks_back:
        days.append(Day(plan.texts.evaluation_on, _("Samen terugkijken op het plan"), ""))
    soon = sorted((day for day in days if day.on <= today + SOON), key=lambda day: day.on)
    return tuple(soon[:SHOWN_DAYS])


def _helpers(frame: Frame, plan: WorkingPlan, around: Around, today: date) -> HelpersInput:
    """Persons known by name: who took a step, who is involved, and who stands beside running help."""
    names: dict[DoerKind, set[str]] = {kind: set() for kind in DoerKind}
    for action in plan.actions:
        if action.state != ActionState.CANCELLED:
            names[action.kind].add(action.who.casefold())
    names[DoerKind.PROFESSIONAL] |= {party.name.casefold() for party in around.parties}
    for line in around.care:
        if line.runs_on(today):
            names[DoerKind.PROFESSIONAL] |= {helper.casefold() for helper in line.helpers}
    groups = tuple(
        HelperGroup(str(frame.words.doer(kind)).capitalize(), Kind(kind.value), len(names[kind])) for kind in DoerKind
    )
    return HelpersInput("dossier", groups, str(frame.words.working_with))


def _timeline(care: Iterable[CareLine], today: date) -> TimelineInput:
    bars = tuple(Bar(line.lane, line.product, line.start, line.end, line.who, line.provider) for line in care)
    used = {bar.lane for bar in bars}
    return TimelineInput("zorg", today, tuple(lane for lane in LANES if lane.key in used), bars)


def _circle(frame: Frame, people: Iterable[Near], around: Around) -> Drawing:
    here = reverse("circle", args=[frame.head.id])
    parties = {one.name: one for one in around.parties}.values()
    known = (Professional(uuid5(frame.head.id, one.name), one.name, one.function) for one in parties)
    return drawn_circle(frame, people, known, lambda subject: f"{here}?{urlencode({WHO: subject})}#{WHO}")


def _circle_note(people: Sequence[Near]) -> str:
    if not people:
        return ""
    return ngettext("%(number)s mens", "%(number)s mensen", len(people)) % {"number": len(people)}


def _care_note(care: tuple[CareLine, ...]) -> str:
    if not care:
        return ""
    since = min(line.start for line in care).year
    return ngettext("%(number)s traject sinds %(year)s", "%(number)s trajecten sinds %(year)s", len(care)) % {
        "number": len(care),
        "year": since,
    }
