"""What is agreed for safety, as professionals work with it, and as one reader of the family reads it (screen 8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.draw import Drawing, Kind, Score, Scorer, ScoresInput, draw_scores
from kring.ground.access.parts import Part
from kring.ground.access.roles import YOUNG
from kring.practice.safety.models import GiverKind
from kring.practice.safety.queries import AgreementView, FigureView, agreements, figures, talks
from kring.practice.safety.rules.agreements import PICTOGRAMS
from kring.web.family.frame import Frame, frame
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.safety.reading import SECTION, leads, name_of, safety_frame

SCORES_WIDTH = 520
KINDS = {GiverKind.FAMILY: Kind.FAMILY, GiverKind.PROFESSIONAL: Kind.PROFESSIONAL}


@dataclass(frozen=True, slots=True)
class Safeness:
    """The figures for one person, drawn and as a list; family and professional side by side."""

    name: str
    drawn: Drawing
    figures: tuple[FigureView, ...]


@page
def safety(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, SECTION)
    if around.head.is_family:
        return _own(request, around)
    around, opened = safety_frame(request, dossier)
    found = agreements(request.actor, dossier)
    context = {
        "frame": around,
        "agreements": [(one, _names(around, one)) for one in found if one.state != "ended"],
        "ended": [one for one in found if one.state == "ended"],
        "safeness": safeness(around, figures(dossier)),
        "leads": leads(around),
        "reads_track": Part.MELDCODE in opened,
        "reads_talks": Part.CHILD_TALK in opened,
    }
    return render(request, "safety/safety.html", context)


def _own(request: PageRequest, around: Frame) -> HttpResponse:
    """Only what this person was chosen to read; who was chosen for nothing finds whom to call, as everybody."""
    found = [(one, _picture(one)) for one in agreements(request.actor, around.head.id) if one.holds]
    context = {
        "frame": around,
        "agreements": found,
        "for_child": YOUNG.code in around.head.roles,
        "safeness": safeness(around, figures(around.head.id)),
        "talks": talks(around.head.id),
    }
    return render(request, "safety/own.html", context)


def safeness(around: Frame, found: Iterable[FigureView]) -> tuple[Safeness, ...]:
    by_person: dict[UUID, list[FigureView]] = {}
    for one in found:
        by_person.setdefault(one.subject, []).append(one)
    return tuple(
        Safeness(name_of(around, subject), _drawn(rows), tuple(reversed(rows))) for subject, rows in by_person.items()
    )


def _drawn(rows: Iterable[FigureView]) -> Drawing:
    """Everyone's own line; of one day the last figure counts."""
    lines: dict[tuple[str, GiverKind], dict[object, Score]] = {}
    for one in rows:
        lines.setdefault((one.giver, one.kind), {})[one.given_on] = Score(one.given_on, one.value)
    scorers = tuple(Scorer(giver, KINDS[kind], tuple(days.values())) for (giver, kind), days in lines.items())
    return draw_scores(ScoresInput("veiligheid", _("Hoe veilig is het?"), scorers), width=SCORES_WIDTH)


def _picture(one: AgreementView) -> tuple[str, str]:
    """The icon, and what it says to who cannot see it."""
    return (f"pic-{one.pictogram.replace('_', '-')}", _(PICTOGRAMS[one.pictogram])) if one.pictogram else ("", "")


def _names(around: Frame, one: AgreementView) -> list[str]:
    return [name for name in (name_of(around, reader) for reader in one.readers) if name]
