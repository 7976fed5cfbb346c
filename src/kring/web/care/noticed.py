"""What stands out in help, goals and plans, in words, with what was said of it. Facts, no judgement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.practice.care.queries import Alongside, CarePicture, Said, Silence, Twice
from kring.practice.care.rules.marks import mark_key
from kring.practice.care.services import Marked
from kring.practice.plans.queries.beside_care import Alike, BesideCare


@dataclass(frozen=True, slots=True)
class Noticed:
    """One mark. `said`: the answer that stands."""

    marked: Marked
    text: str
    said: Said | None


def noticed(dossier: UUID, picture: CarePicture, beside: BesideCare) -> tuple[Noticed, ...]:
    """Help first, then goals and plans."""
    answers = {**picture.answers, **beside.answers}
    marks = (*_of_help(dossier, picture), *_of_plans(dossier, beside))
    return tuple(Noticed(marked, text, answers.get(marked.key)) for marked, text in marks)


def _of_help(dossier: UUID, picture: CarePicture) -> Iterator[tuple[Marked, str]]:
    for twice in picture.twice:
        yield _marked(dossier, twice, "twice", twice.product, twice.since), _twice(twice)
    for gap in picture.silences:
        yield _marked(dossier, gap, "silence", gap.since, gap.until), _silence(gap)
    for work in picture.same_work:
        yield _marked(dossier, work, "work", work.function, *work.names), _work(work)


def _marked(dossier: UUID, one: Twice | Silence | Alongside, *facts: object) -> Marked:
    return Marked(mark_key(dossier, one.subject, one.law, *facts), (one.subject, one.law))


def _of_plans(dossier: UUID, beside: BesideCare) -> Iterator[tuple[Marked, str]]:
    for alike in beside.alike:
        yield Marked(mark_key(dossier, "goals", *alike.goals)), _alike(alike)
    if beside.other_plans:
        yield Marked(mark_key(dossier, "plans", beside.other_plans)), _plans(beside.other_plans)


def _twice(mark: Twice) -> str:
    words = {"product": mark.product, "who": mark.person, "start": _day(mark.since)}
    if mark.until is None:
        return _("Twee keer %(product)s tegelijk voor %(who)s, sinds %(start)s.") % words
    text = _("Twee keer %(product)s tegelijk voor %(who)s, van %(start)s tot en met %(end)s.")
    return text % {**words, "end": _day(mark.until)}


def _silence(mark: Silence) -> str:
    text = _("Geen hulp uit de %(law)s voor %(who)s, van %(start)s tot en met %(end)s.")
    words = {"law": mark.law.label, "who": mark.person, "start": _day(mark.since), "end": _day(mark.until)}
    return text % words


def _work(mark: Alongside) -> str:
    text = _("%(n)s keer een %(function)s voor %(who)s: %(names)s.")
    words = {"n": len(mark.names), "function": mark.function, "who": mark.person, "names": _listed(mark.names)}
    return text % words


def _alike(mark: Alike) -> str:
    count = len(mark.goals)
    text = ngettext("%(n)s open doel over %(area)s: %(goals)s", "%(n)s open doelen over %(area)s: %(goals)s", count)
    return text % {"n": count, "area": mark.area, "goals": " · ".join(f"“{goal}”" for goal in mark.goals)}


def _plans(count: int) -> str:
    text = ngettext(
        "Er is nog %(n)s ander plan, bij de documenten.", "Er zijn nog %(n)s andere plannen, bij de documenten.", count
    )
    return text % {"n": count}


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return _("%(first)s en %(last)s") % {"first": ", ".join(first), "last": last} if first else last


def _day(day: date) -> str:
    return date_format(day, "j b Y")
