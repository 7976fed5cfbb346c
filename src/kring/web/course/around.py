"""What every page of the course begins with: the dossier, its plan, and where the family is."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise

from kring.practice.course.policy import may_keep_course
from kring.practice.course.queries import Course, course_of
from kring.practice.plans.queries import WorkingPlan, working_plan
from kring.web.family.frame import Frame, frame
from kring.web.family.steps import StepWords
from kring.web.kit.request import PageRequest

SECTION = "course"
MANUAL = "evalueren-en-afsluiten"


@dataclass(frozen=True, slots=True)
class Here:
    """`frame` is the name that templates know it by."""

    frame: Frame
    plan: WorkingPlan
    course: Course


def here(request: PageRequest, dossier: UUID) -> Here:
    around = frame(request, dossier, SECTION)
    plan = working_plan(request.actor, dossier)
    return Here(around, plan, course_of(request.actor, around.head, plan))


def keeping(request: PageRequest, dossier: UUID) -> Here:
    """For a form: refused for who does not lead."""
    found = here(request, dossier)
    may_keep_course(found.frame.head.roles).enforce()
    return found


def words(title: str | Promise, button: str | Promise, help_text: str | Promise) -> StepWords:
    return StepWords(str(title), str(button), str(help_text), MANUAL)


def back(dossier: UUID) -> HttpResponse:
    return redirect(SECTION, dossier)
