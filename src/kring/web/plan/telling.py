"""Writing down what the family tells: its question, the texts of the plan, and whether it makes its own plan first."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.practice.plans.models import Familiegroepsplan
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import earlier_questions, working_plan
from kring.practice.plans.services import (
    answer_familiegroepsplan,
    save_texts,
    withdraw_question,
    write_question,
)
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.plan.formpage import FormPage, form_answer, posted
from kring.web.plan.forms import FamiliegroepsplanForm, QuestionForm, TextsForm


@page
def _show_texts(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.WRITE, around.head.roles).enforce()
    return _texts_page(request, around, _texts_form(request, around))


@action
def _take_texts(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    form = _texts_form(request, around)
    if not form.is_valid():
        return _texts_page(request, around, form)
    save_texts(actor=request.actor, dossier=dossier, words=form.said())
    messages.success(request, _("Opgeslagen."))
    return redirect("plan", dossier)


texts = form_page(_show_texts, _take_texts)


@page
def _show_question(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.SAY_QUESTION, around.head.roles).enforce()
    return _question_page(request, around, _question_form(request, around))


@action
def _take_question(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    form = _question_form(request, around)
    if not form.is_valid():
        return _question_page(request, around, form)
    write_question(actor=request.actor, dossier=dossier, words=form.said())
    messages.success(request, _("De vraag is opgeschreven. Wat er eerst stond, blijft bewaard."))
    return redirect("plan", dossier)


question = form_page(_show_question, _take_question)


@action
def withdraw(request: PageRequest, dossier: UUID, question: UUID) -> HttpResponse:
    frame(request, dossier, "plan")
    withdraw_question(actor=request.actor, dossier=dossier, question=question)
    messages.success(request, _("De vraag is teruggenomen."))
    return redirect("plan_question", dossier)


@page
def _show_familiegroepsplan(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.AGREE, around.head.roles).enforce()
    return _familiegroepsplan_page(request, around, _familiegroepsplan_form(request, around))


@action
def _take_familiegroepsplan(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    form = _familiegroepsplan_form(request, around)
    if not form.is_valid():
        return _familiegroepsplan_page(request, around, form)
    given = form.cleaned_data
    answer_familiegroepsplan(
        actor=request.actor,
        dossier=dossier,
        answer=Familiegroepsplan(given["answer"]),
        offered_on=given["offered_on"],
        reason=given["reason"],
    )
    messages.success(request, _("Het antwoord is opgeschreven."))
    return redirect("plan", dossier)


familiegroepsplan = form_page(_show_familiegroepsplan, _take_familiegroepsplan)


def _texts_form(request: PageRequest, around: Frame) -> TextsForm:
    now = working_plan(request.actor, around.head.id).texts
    return TextsForm(posted(request), words=around.words, now=now)


def _question_form(request: PageRequest, around: Frame) -> QuestionForm:
    now = working_plan(request.actor, around.head.id).question
    speaker = around.head.members[0].name if around.head.is_single else ""
    return QuestionForm(posted(request), words=around.words, now=now, today=request.actor.today, speaker=speaker)


def _familiegroepsplan_form(request: PageRequest, around: Frame) -> FamiliegroepsplanForm:
    now = working_plan(request.actor, around.head.id).texts
    return FamiliegroepsplanForm(posted(request), now=now, today=request.actor.today)


def _texts_page(request: PageRequest, around: Frame, form: TextsForm) -> HttpResponse:
    title = _("Hoe het nu is, en waar we heen willen")
    intro = _("Vul in wat er aan tafel gezegd wordt. Nog niet alles hoeft er te staan.")
    return form_answer(request, around, form, FormPage(title, intro, _plan_url(around), _("Opslaan")))


def _question_page(request: PageRequest, around: Frame, form: QuestionForm) -> HttpResponse:
    context = {
        "frame": around,
        "form": form,
        "earlier": earlier_questions(around.head.id),
        "title": around.words.question,
    }
    return render(request, "plan/question.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _familiegroepsplan_page(request: PageRequest, around: Frame, form: FamiliegroepsplanForm) -> HttpResponse:
    title = _("Familiegroepsplan")
    intro = _(
        "Een gezin mag eerst zelf een plan maken, met familie en vrienden (Jeugdwet 4.1.2). Bied dat aan, en schrijf op"
        " wat het gezin antwoordt."
    )
    return form_answer(request, around, form, FormPage(title, intro, _plan_url(around), _("Antwoord opslaan")))


def _plan_url(around: Frame) -> str:
    return reverse("plan", args=[around.head.id])
