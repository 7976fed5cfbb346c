"""Reporting a need, what goes before the investigation, and what is found in each block."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.practice.investigation import services
from kring.practice.investigation.models import BlockFinding
from kring.practice.investigation.policy import investigated_by, may_investigate
from kring.practice.investigation.queries import BlockView
from kring.practice.leads.queries import Member
from kring.web.family.frame import Frame
from kring.web.family.hinting import tip
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.pages import action
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved
from kring.web.wmo.around import MANUAL, Around, wmo_frame, writing
from kring.web.wmo.forms import BeforeForm, FindingForm, ReportForm

Block = tuple[Around, BlockView]


def people_of(request: PageRequest, around: Frame) -> tuple[Member, ...]:
    """For whom of the family the actor investigates."""
    members = tuple(one for one in around.head.members if one.name)
    whose = investigated_by(request.actor, around.head.id, tuple(one.subject for one in members))
    return tuple(one for one in members if one.subject in whose)


def _reporting(request: PageRequest, dossier: UUID) -> Frame:
    may_investigate(request.actor, dossier).enforce()
    return wmo_frame(request, dossier)


def _report_form(request: PageRequest, around: Frame) -> ReportForm:
    today = request.actor.today
    start: dict[str, object] = {"reported_on": today, "call_by": today, "caller": around.head.reader}
    return ReportForm(sent(request), people=people_of(request, around), initial=start)


def _report(request: PageRequest, around: Frame, form: ReportForm) -> HttpResponse:
    dossier = around.head.id
    made = services.report_need(actor=request.actor, dossier=dossier, words=form.words())
    said = _("De melding staat erin en is bevestigd. Geef of stuur ook de brief.")
    saved(request, said, undo=reverse("wmo_undo", args=[dossier, made.id]))
    return redirect("wmo_investigation", dossier, made.id)


def _report_page(request: PageRequest, around: Frame, form: ReportForm) -> HttpResponse:
    help_text = _("De melding wordt meteen bevestigd, met wie er belt en wanneer. Daarna lopen zes weken.")
    words = StepWords(_("Melding opschrijven"), _("Bevestig de melding"), help_text, MANUAL)
    return step_page(request, around, form, words)


report = taking(Step(_reporting, _report_form, _report, _report_page))


def _correct_form(request: PageRequest, around: Around) -> ReportForm:
    row = around.view.row
    now = {name: getattr(row, name) for name in ("reported_on", "reported_by", "need", "caller", "call_by")}
    people = [one for one in around.frame.head.members if one.subject == row.subject_id]
    return ReportForm(sent(request), people=people, initial=now | {"subject": str(row.subject_id)}, fixed=True)


def _correct(request: PageRequest, around: Around, form: ReportForm) -> HttpResponse:
    services.correct_report(actor=request.actor, row=around.view.row, words=form.words())
    return _done(request, around, _("De melding is verbeterd."))


def _correct_page(request: PageRequest, around: Around, form: ReportForm) -> HttpResponse:
    help_text = _("Verbeter hier een vergissing. Wat er eerst stond, blijft bewaard.")
    words = StepWords(_("Melding verbeteren"), _("Verbetering opslaan"), help_text, MANUAL, around.person)
    return step_page(request, around.frame, form, words)


correct = taking(Step(writing, _correct_form, _correct, _correct_page))


def _before(request: PageRequest, around: Around, form: BeforeForm) -> HttpResponse:
    services.prepare(actor=request.actor, row=around.view.row, words=form.words())
    return _done(request, around, _("Het is opgeslagen."))


def _before_page(request: PageRequest, around: Around, form: BeforeForm) -> HttpResponse:
    help_text = _("Vul in wat er al gebeurd is; de rest kan later. Zonder dit begint het onderzoek niet.")
    return step_page(
        request, around.frame, form, StepWords(_("Vooraf"), _("Opslaan"), help_text, MANUAL, around.person)
    )


before = taking(
    Step(writing, lambda request, around: BeforeForm(sent(request), row=around.view.row), _before, _before_page)
)


def _at_block(request: PageRequest, dossier: UUID, investigation: UUID, block: str) -> Block:
    around = writing(request, dossier, investigation)
    found = next((one for one in around.view.blocks if one.letter == block), None)
    if found is None:
        raise Http404
    return around, found


def _block_form(request: PageRequest, found: Block) -> FindingForm:
    around, block = found
    return FindingForm(sent(request), now=block.finding, has_plan=around.view.has_personal_plan)


def _block(request: PageRequest, found: Block, form: FindingForm) -> HttpResponse:
    around, block = found
    services.write_finding(actor=request.actor, row=around.view.row, block=block.block, words=form.written())
    saved(
        request, _("Het onderdeel is opgeslagen."),
        undo=reverse("wmo_block_undo", args=[around.dossier, around.view.id, block.letter]),
    )  # fmt: skip
    tip(request, around.frame, form.written().conclusion, form.written().not_applicable)
    return redirect(f"{reverse('wmo_investigation', args=[around.dossier, around.view.id])}#onderdeel-{block.letter}")


def _block_page(request: PageRequest, found: Block, form: forms.Form) -> HttpResponse:
    around, block = found
    help_text = _("Zet eerst neer wat de cliënt zegt, daarna wat u samen besluit. Kort en in gewone woorden.")
    title = f"{block.letter}. {_(block.label).capitalize()}"
    return step_page(
        request, around.frame, form, StepWords(title, _("Onderdeel opslaan"), help_text, MANUAL, around.person)
    )


block = taking(Step(_at_block, _block_form, _block, _block_page))


@action
def undo_block(request: PageRequest, dossier: UUID, investigation: UUID, block: str) -> HttpResponse:
    around = writing(request, dossier, investigation)
    found = get_object_or_404(BlockFinding, investigation=around.view.row, block=block)
    services.undo_finding(actor=request.actor, row=around.view.row, finding=found)
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("wmo_investigation", dossier, investigation)


def _done(request: PageRequest, around: Around, said: str) -> HttpResponse:
    saved(request, said, undo=reverse("wmo_undo", args=[around.dossier, around.view.id]))
    return redirect("wmo_investigation", around.dossier, around.view.id)
