"""What the pages of homes share: the frame, who and which homes there are to choose from, and one page for a form."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from kring.practice.households.models import Stay
from kring.practice.households.policy import may_write_homes
from kring.practice.households.queries import Home, homes_of
from kring.practice.households.rules.homes import HomeSource
from kring.practice.leads.queries import Member
from kring.web.family.frame import Frame, frame
from kring.web.kit.request import PageRequest

MANUAL = "wonen"


@dataclass(frozen=True, slots=True)
class Setting:
    """For a form: the frame, the people of the family, and the homes of today."""

    frame: Frame
    members: tuple[Member, ...]
    homes: tuple[Home, ...]

    @property
    def told(self) -> tuple[Home, ...]:
        return tuple(home for home in self.homes if home.source is HomeSource.TOLD)


def living_frame(request: PageRequest, dossier: UUID) -> Frame:
    around = frame(request, dossier, "homes")
    if not around.head.sees_plan:
        raise Http404
    return around


def writing_frame(request: PageRequest, dossier: UUID) -> Frame:
    """Only for who writes it down."""
    may_write_homes(request.actor, dossier).enforce()
    return living_frame(request, dossier)


def setting(request: PageRequest, dossier: UUID) -> Setting:
    around = writing_frame(request, dossier)
    members = tuple(member for member in around.head.members if member.name)
    return Setting(around, members, homes_of(request.actor, dossier, request.actor.today))


def stored(dossier: UUID, stay: UUID) -> Stay:
    return get_object_or_404(Stay, id=stay, dossier=dossier, withdrawn_at=None)


def name_of(around: Frame, subject: UUID) -> str:
    return next((member.name for member in around.head.members if member.subject == subject), "")
