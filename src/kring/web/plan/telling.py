"""Writing down what the family tells: its question, and the texts of the plan."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import earlier_questions, working_plan
from kring.practice.plans.services import (
    Both,
    save_texts,
    undo_texts,
    withdraw_question,
    write_question,
)
from kring.web.family.frame import Frame, frame
from kring.web.family.hinting import tip
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved
from kring.web.plan.both import choose_page, since
from kring.web.plan.formpage import FormPage, form_answer
from kring.web.plan.forms import QuestionForm, TextsForm


@page
def _show_texts(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.WRITE, around.head.roles).enforce()
    return _texts_page(request, around, *_texts_form(request, around))


@action
def _take_texts(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    form, began = _texts_form(request, around)
    if not form.is_valid():
        return _texts_page(request, around, form, began)
    try:
        save_texts(actor=request.actor, dossier=dossier, words=form.said(), since=began)
    except Both as met:
        return choose_page(request, around, form, met, _plan_url(around))
    saved(request, _("Opgeslagen."), undo=reverse("plan_texts_undo", args=[dossier]))
    said = form.said()
    tip(request, around, said.strengths, said.concerns, said.dream)
    return redirect("plan", dossier)


texts = form_page(_show_texts, _take_texts)


@action
def texts_undo(request: PageRequest, dossier: UUID) -> HttpResponse:
    undo_texts(actor=request.actor, dossier=dossier)
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("plan", dossier)


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
    said = write_question(actor=request.actor, dossier=dossier, words=form.said())
    undo = reverse("question_withdraw", args=[dossier, said.id])
    saved(request, _("De vraag is opgeschreven. Wat er eerst stond, blijft bewaard."), undo=undo)
    return redirect("plan", dossier)


question = form_page(_show_question, _take_question)


@action
def withdraw(request: PageRequest, dossier: UUID, question: UUID) -> HttpResponse:
    frame(request, dossier, "plan")
    withdraw_question(actor=request.actor, dossier=dossier, question=question)
    messages.success(request, _("De vraag is teruggenomen."))
    return redirect("plan_question", dossier)


def _texts_form(request: PageRequest, around: Frame) -> tuple[TextsForm, str]:
    now = working_plan(request.actor, around.head.id).texts
    form = TextsForm(sent(request), words=around.words, now=now)
    return form, since(request, form, now)


def _question_form(request: PageRequest, around: Frame) -> QuestionForm:
    now = working_plan(request.actor, around.head.id).question
    speaker = around.head.members[0].name if around.head.is_single else ""
    return QuestionForm(sent(request), words=around.words, now=now, today=request.actor.today, speaker=speaker)


def _texts_page(request: PageRequest, around: Frame, form: TextsForm, began: str) -> HttpResponse:
    title = _("Hoe het nu is, en waar we heen willen")
    intro = _("Vul in wat er aan tafel gezegd wordt. Nog niet alles hoeft er te staan.")
    return form_answer(request, around, form, FormPage(title, intro, _plan_url(around), _("Opslaan"), began))


def _question_page(request: PageRequest, around: Frame, form: QuestionForm) -> HttpResponse:
    context = {
        "frame": around,
        "form": form,
        "earlier": earlier_questions(around.head.id),
        "title": around.words.question,
    }
    return render(request, "plan/question.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _plan_url(around: Frame) -> str:
    return reverse("plan", args=[around.head.id])
