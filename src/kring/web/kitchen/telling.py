"""The first questions: who is here, what is asked, what goes well, what worries, and what is hoped for."""

from django.utils.functional import Promise

from kring.practice.plans.queries import TextsView
from kring.practice.plans.rules.meeting import prints
from kring.practice.plans.rules.words import PlanWords
from kring.practice.plans.services import save_texts, write_question
from kring.practice.plans.wording import Wording
from kring.web.kit.pages import Decorated
from kring.web.kit.request import PageRequest, sent
from kring.web.kitchen.flow import Asked, asking, keep
from kring.web.kitchen.forms import TEXTS, HereForm, LookBackForm, SpokenQuestionForm, TextForm
from kring.web.kitchen.steps import CONCERNS, DREAM, HERE, LOOK_BACK, QUESTION, STRENGTHS, Step
from kring.web.kitchen.table import Table

TextsForm = TextForm | LookBackForm


def _here_form(request: PageRequest, table: Table) -> HereForm:
    members = [member.name for member in table.around.head.members if member.name]
    return HereForm(sent(request), members=members, present=table.present)


def _keep_here(request: PageRequest, table: Table, _form: HereForm) -> str:
    keep(request, table)
    return table.step.after(table.dossier)


def _question_form(request: PageRequest, table: Table) -> SpokenQuestionForm:
    return SpokenQuestionForm(
        sent(request),
        words=table.around.words,
        now=table.plan.question,
        today=request.actor.today,
        people=table.present,
    )


def _write_question(request: PageRequest, table: Table, form: SpokenQuestionForm) -> str:
    write_question(actor=request.actor, dossier=table.dossier, words=form.said())
    return table.step.after(table.dossier)


def _texts(now: TextsView) -> dict[str, object]:
    return {name: getattr(now, name) for name in TEXTS}


def _save_texts(request: PageRequest, table: Table, form: TextsForm) -> str:
    """Only what this question is about: the others stay as somebody else may have made them just now."""
    others = {name: value for name, value in _texts(table.plan.texts).items() if name not in form.fields}
    words: PlanWords = form.said()
    since = f"{table.began_with(request, '')} {prints(others)}"
    save_texts(actor=request.actor, dossier=table.dossier, words=words, since=since)
    return table.step.after(table.dossier)


def _began(table: Table, form: TextsForm) -> str:
    return prints({name: value for name, value in _texts(table.plan.texts).items() if name in form.fields})


def _text_question(step: Step, name: str) -> Decorated:
    def form(request: PageRequest, table: Table) -> TextForm:
        return TextForm(sent(request), name=name, label=_label(table.around.words, name), now=table.plan.texts)

    return asking(Asked(step, "kitchen/text.html", form, _save_texts, _began))


def _label(words: Wording, name: str) -> Promise:
    label: Promise = getattr(words, name)
    return label


def _look_back_form(request: PageRequest, table: Table) -> LookBackForm:
    return LookBackForm(sent(request), words=table.around.words, now=table.plan.texts)


here = asking(Asked(HERE, "kitchen/here.html", _here_form, _keep_here, is_kept=True))
question = asking(Asked(QUESTION, "kitchen/question.html", _question_form, _write_question))
strengths = _text_question(STRENGTHS, "strengths")
concerns = _text_question(CONCERNS, "concerns")
dream = _text_question(DREAM, "dream")
look_back = asking(Asked(LOOK_BACK, "kitchen/look_back.html", _look_back_form, _save_texts, _began))
