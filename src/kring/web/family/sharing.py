"""Delen: per person and law what the family answered, and writing an answer down (BR-087 to BR-089)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.ground.shared.period import day_of
from kring.practice.care.visibility import LAW_OF
from kring.practice.leads.policy import may_write_answers
from kring.practice.leads.queries import Member, sharing_page, sharing_table
from kring.practice.leads.services import record_answer
from kring.practice.leads.services.answers import usual_end
from kring.web.family.frame import Frame, frame
from kring.web.family.sharing_forms import AnswerForm
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent


@page
def share(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "family_share")
    people = sharing_table(request.actor, around.head)
    is_family = around.head.is_family
    context = {
        "frame": around,
        "people": people,
        "may_answer": bool(may_write_answers(around.head.roles)),
        "shared": sharing_page(request.actor, around.head, only_others=not is_family),
    }
    return render(request, "family/share_own.html" if is_family else "family/share.html", context)


@page
def _show(request: PageRequest, dossier: UUID, subject: UUID, law: str) -> HttpResponse:
    around = frame(request, dossier, "family_share")
    may_write_answers(around.head.roles).enforce()
    return _render(request, around, _about(around, subject), _form(request, around, subject, law))


@action
def _take(request: PageRequest, dossier: UUID, subject: UUID, law: str) -> HttpResponse:
    around = frame(request, dossier, "family_share")
    may_write_answers(around.head.roles).enforce()
    form = _form(request, around, subject, law)
    if form.is_valid():
        with refusal_in(form):
            record_answer(actor=request.actor, dossier=dossier, answer=form.answer(subject, LAW_OF[law]))
            messages.success(request, _("Het antwoord is opgeschreven. Het geldt meteen."))
            return redirect("family_share", dossier)
    return _render(request, around, _about(around, subject), form)


answer = form_page(_show, _take)


def _about(around: Frame, subject: UUID) -> Member:
    found = next((member for member in around.head.members if member.subject == subject), None)
    if found is None:
        raise Http404
    return found


def _form(request: PageRequest, around: Frame, subject: UUID, law: str) -> AnswerForm:
    if law not in LAW_OF:
        raise Http404
    member = _about(around, subject)
    speaker = "" if member.is_child else member.name
    data = sent(request)
    until = day_of(usual_end(request.actor, around.head.id))
    return AnswerForm(data, law=LAW_OF[law], today=request.actor.today, speaker=speaker, until=until)


def _render(request: PageRequest, around: Frame, member: Member, form: AnswerForm) -> HttpResponse:
    context = {"frame": around, "member": member, "form": form, "law": form.law}
    return render(request, "family/answer.html", context, status=UNPROCESSABLE if form.is_bound else 200)
