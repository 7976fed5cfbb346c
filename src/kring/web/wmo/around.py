"""What stands round a page of an investigation: the dossier, the investigation, and whom it is about."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.practice.investigation.policy import may_investigate
from kring.practice.investigation.queries import InvestigationView, investigation
from kring.web.family.frame import Frame, frame
from kring.web.kit.request import PageRequest

MANUAL = "wmo-onderzoek"


@dataclass(frozen=True, slots=True)
class Around:
    """One investigation on the pages of its dossier."""

    frame: Frame
    view: InvestigationView

    @property
    def dossier(self) -> UUID:
        return self.frame.head.id

    @property
    def person(self) -> str:
        return name_of(self.frame, self.view.row.subject_id)


def wmo_frame(request: PageRequest, dossier: UUID) -> Frame:
    """Not there for who reads no file of any law here."""
    around = frame(request, dossier, "wmo")
    if not around.head.reads(Part.DOMAIN_FILE):
        raise Http404
    return around


def reading(request: PageRequest, dossier: UUID, investigation: UUID, *, event: Event = Event.READ) -> Around:
    return Around(wmo_frame(request, dossier), _found(request, dossier, investigation, event))


def writing(request: PageRequest, dossier: UUID, investigation: UUID) -> Around:
    """For a form: refuses who reads it only."""
    around = reading(request, dossier, investigation)
    may_investigate(request.actor, dossier, around.view.row.subject_id).enforce()
    return around


def name_of(around: Frame, subject: UUID) -> str:
    return next((one.name for one in around.head.members if one.subject == subject), "") or _("onbekend")


def _found(request: PageRequest, dossier: UUID, ident: UUID, event: Event) -> InvestigationView:
    view = investigation(request.actor, dossier, ident, event=event)
    if view is None:
        raise Http404
    return view
