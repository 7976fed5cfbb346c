"""The letter to the council: as it would be now, frozen, and as a file; and the municipality's own template."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.steering.figures.documents import FORMS, as_docx
from kring.steering.figures.documents.content import content_of
from kring.steering.figures.documents.forms import OWN_TEMPLATE
from kring.steering.figures.models import CouncilLetter, Pilot
from kring.steering.figures.policy import may_write_letter
from kring.steering.figures.queries.letters import Heading, draft_letter, frozen_letter, own_template_name, template_of
from kring.steering.figures.rules.letter import Letter
from kring.steering.figures.services.letters import freeze_letter
from kring.steering.figures.services.templates import replace_template
from kring.web.kit.bodies import takes_file
from kring.web.kit.downloads import attachment
from kring.web.kit.forms import refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.pilot.forms import LARGEST_TEMPLATE, LetterForm, TemplateForm
from kring.web.pilot.views import find


@page
def draft(request: PageRequest, pilot: str) -> HttpResponse:
    found = _writable(request, pilot)
    initial = {"dated_on": request.actor.today, "place": found.organisation.name}
    return _draft(request, found, LetterForm(initial=initial))


@action
def freeze(request: PageRequest, pilot: str) -> HttpResponse:
    found = _writable(request, pilot)
    form = LetterForm(request.POST)
    if form.is_valid():
        with refusal_in(form, "reference"):
            row = freeze_letter(actor=request.actor, pilot=found, heading=_heading(form, request.actor.today))
            messages.success(request, _("De brief ligt vast. De cijfers worden niet opnieuw geteld."))
            return redirect("letter", found.slug, row.id)
    return _draft(request, found, form)


@page
def letter(request: PageRequest, pilot: str, letter: UUID) -> HttpResponse:
    found = find(request, pilot)
    row = get_object_or_404(CouncilLetter, id=letter, pilot=found)
    context = {"pilot": found, "row": row, "letter": content_of(frozen_letter(row)), "forms": tuple(FORMS)}
    return render(request, "pilot/letter.html", context)


@page
def download(request: PageRequest, pilot: str, letter: UUID, form: str) -> HttpResponse:
    found = find(request, pilot)
    row = get_object_or_404(CouncilLetter, id=letter, pilot=found)
    if form not in FORMS:
        raise Http404
    frozen = frozen_letter(row)
    is_docx = form == "docx"
    content = as_docx(frozen, template_of(found.organisation_id)) if is_docx else FORMS[form].make(frozen)
    note_read(Part.FIGURES, event=Event.EXPORT)
    return attachment(content, FORMS[form].media_type, f"raadsbrief-{found.slug}-{row.dated_on}.{form}")


@page
def template(request: PageRequest, pilot: str) -> HttpResponse:
    found = _writable(request, pilot)
    return _template(request, found, TemplateForm(letter=_now(request, found)))


@page
def template_file(request: PageRequest, pilot: str) -> HttpResponse:
    """The shipped one, to begin with."""
    _writable(request, pilot)
    return attachment(OWN_TEMPLATE.read_bytes(), FORMS["docx"].media_type, "raadsbrief-sjabloon.docx")


@takes_file(LARGEST_TEMPLATE)
@action
def replace(request: PageRequest, pilot: str) -> HttpResponse:
    found = _writable(request, pilot)
    if request.POST.get("deed") == "ours":
        replace_template(actor=request.actor, municipality=found.organisation_id, name="", content=b"")
        messages.success(request, _("Brieven gebruiken weer het sjabloon van Kring."))
        return redirect("letter_draft", found.slug)
    form = TemplateForm(request.POST, request.FILES, letter=_now(request, found))
    if not form.is_valid():
        return _template(request, found, form)
    name = form.cleaned_data["file"].name
    replace_template(actor=request.actor, municipality=found.organisation_id, name=name, content=form.content)
    messages.success(request, _("Brieven gebruiken voortaan uw eigen sjabloon."))
    return redirect("letter_draft", found.slug)


def _writable(request: PageRequest, pilot: str) -> Pilot:
    found = find(request, pilot)
    may_write_letter(request.actor, found.organisation_id).enforce()
    return found


def _heading(form: LetterForm, today: date) -> Heading:
    given = form.cleaned_data
    return Heading(given["dated_on"], today, given["reference"], given["place"])


def _now(request: PageRequest, pilot: Pilot) -> Letter:
    return draft_letter(pilot, Heading(request.actor.today, request.actor.today))


def _draft(request: PageRequest, pilot: Pilot, form: LetterForm) -> HttpResponse:
    now = _now(request, pilot)
    context = {
        "pilot": pilot,
        "form": form,
        "letter": content_of(now),
        "missing": _missing(now),
        "hides": now.hides_something,
        "own_template": own_template_name(pilot.organisation_id),
    }
    return render(request, "pilot/draft.html", context, status=422 if form.is_bound else 200)


def _missing(letter: Letter) -> list[str]:
    """Which parts of the letter nobody has written yet."""
    parts = (
        (_("De werkwijze"), letter.texts.approach),
        (_("Belangrijkste resultaten"), letter.texts.results),
        (_("Borging"), letter.texts.embedding),
    )
    return [name for name, written in parts if not written]


def _template(request: PageRequest, pilot: Pilot, form: TemplateForm) -> HttpResponse:
    context = {
        "pilot": pilot,
        "form": form,
        "own_template": own_template_name(pilot.organisation_id),
        "names": content_of(_now(request, pilot)),
    }
    return render(request, "pilot/template.html", context, status=422 if form.is_bound else 200)
