"""What every page of the family's own plan begins with: the dossier, and the offer that counts."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise

from kring.practice.familiegroepsplan.models import Familiegroepsplan
from kring.practice.familiegroepsplan.policy import Deed, may
from kring.practice.familiegroepsplan.queries import newest
from kring.web.family.frame import Frame, frame
from kring.web.family.steps import StepWords
from kring.web.kit.request import PageRequest

SECTION = "familiegroepsplan"
MANUAL = "familiegroepsplan"


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does something here, round which offer."""

    frame: Frame
    row: Familiegroepsplan


def place(request: PageRequest, dossier: UUID) -> Frame:
    """Only there for who knows of a child in the family (Jeugdwet)."""
    around = frame(request, dossier, SECTION)
    if not any(one.current for one in around.sections):
        raise Http404
    return around


def doing(request: PageRequest, dossier: UUID, deed: Deed) -> Doing:
    """404 as long as nothing was offered; refused for who may not do this."""
    around, row = place(request, dossier), newest(dossier)
    if row is None:
        raise Http404
    may(deed, around.head.roles).enforce()
    return Doing(around, row)


def words(title: str | Promise, button: str | Promise, help_text: str | Promise) -> StepWords:
    return StepWords(str(title), str(button), str(help_text), MANUAL)


def back(dossier: UUID) -> HttpResponse:
    return redirect(SECTION, dossier)
