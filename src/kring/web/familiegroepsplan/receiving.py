"""The family hands its plan in, or it comes on paper; who leads says whether it can be the plan."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.practice.familiegroepsplan.models import OwnPlanState
from kring.practice.familiegroepsplan.policy import Deed
from kring.practice.familiegroepsplan.rules.states import STEPS
from kring.practice.familiegroepsplan.services import hand_in, judge, talk_again, undo_step
from kring.practice.plans.services import take_over_own_plan
from kring.web.familiegroepsplan.around import Doing, back, doing, words
from kring.web.familiegroepsplan.forms import HandInForm, JudgeForm, TalkForm
from kring.web.family.steps import Step, step_page, taking
from kring.web.kit.pages import action
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved


@action
def undo(request: PageRequest, dossier: UUID) -> HttpResponse:
    here = doing(request, dossier, Deed.HAND_IN)
    undo_step(actor=request.actor, own_plan=here.row)
    messages.success(request, _("Het is ongedaan gemaakt."))
    return back(dossier)


@action
def take_over(request: PageRequest, dossier: UUID) -> HttpResponse:
    doing(request, dossier, Deed.JUDGE)
    take_over_own_plan(actor=request.actor, dossier=dossier)
    messages.success(request, _("De woorden van het gezin staan in het plan. Maak er samen doelen en acties van."))
    return back(dossier)


def _able(request: PageRequest, dossier: UUID, deed: Deed, then: OwnPlanState) -> Doing:
    """404 for a step that the plan cannot take now: it is not on the page either."""
    here = doing(request, dossier, deed)
    if then not in STEPS[here.row.state]:
        raise Http404
    return here


def _may(deed: Deed, then: OwnPlanState) -> Callable[[PageRequest, UUID], Doing]:
    return lambda request, dossier: _able(request, dossier, deed, then)


def _hand_in_form(request: PageRequest, here: Doing) -> HandInForm:
    return HandInForm(sent(request), is_family=here.frame.head.is_family, today=request.actor.today)


def _hand_in_page(request: PageRequest, here: Doing, form: forms.Form) -> HttpResponse:
    if here.frame.head.is_family:
        help_text = _("Daarna kunt u er niets meer bij zetten. Tien minuten lang kunt u het nog terugnemen.")
        return step_page(request, here.frame, form, words(_("Plan inleveren"), _("Ja, lever ons plan in"), help_text))
    help_text = _("Het gezin gaf het plan op papier, of vertelde het. Zet een foto of bestand erbij, als die er is.")
    return step_page(request, here.frame, form, words(_("Plan ontvangen"), _("Plan is ontvangen"), help_text))


def _judge_page(request: PageRequest, here: Doing, form: forms.Form) -> HttpResponse:
    help_text = _("Het plan is van het gezin. U zegt of het zo kan: is het veilig, en helpt het het kind?")
    return step_page(request, here.frame, form, words(_("Kan dit het plan zijn?"), _("Opslaan"), help_text))


def _talk_page(request: PageRequest, here: Doing, form: forms.Form) -> HttpResponse:
    help_text = _("Praat samen over wat er anders moet. Daarna kan het gezin het plan weer veranderen.")
    return step_page(request, here.frame, form, words(_("Nieuw gesprek"), _("Begin het nieuwe gesprek"), help_text))


def _saved(request: PageRequest, here: Doing, said: str) -> HttpResponse:
    dossier = here.frame.head.id
    saved(request, said, undo=reverse("own_plan_undo", args=[dossier]))
    return back(dossier)


def _hand_in(request: PageRequest, here: Doing, form: HandInForm) -> HttpResponse:
    hand_in(actor=request.actor, own_plan=here.row, received_on=form.cleaned_data.get("received_on"))
    said = _("Uw plan is ingeleverd.") if here.frame.head.is_family else _("Het plan van het gezin is er.")
    return _saved(request, here, said)


def _judge_form(request: PageRequest, _here: Doing) -> JudgeForm:
    return JudgeForm(sent(request))


def _judge(request: PageRequest, here: Doing, form: JudgeForm) -> HttpResponse:
    given = form.cleaned_data
    judge(actor=request.actor, own_plan=here.row, judgement=OwnPlanState(given["judgement"]), words=given["words"])
    return _saved(request, here, _("Opgeschreven. Het gezin leest het ook."))


def _talk_form(request: PageRequest, _here: Doing) -> TalkForm:
    return TalkForm(sent(request))


def _talk(request: PageRequest, here: Doing, form: TalkForm) -> HttpResponse:
    talk_again(actor=request.actor, own_plan=here.row, due_on=form.cleaned_data["due_on"])
    return _saved(request, here, _("Het gezin kan het plan weer veranderen."))


handing_in = taking(Step(_may(Deed.HAND_IN, OwnPlanState.RECEIVED), _hand_in_form, _hand_in, _hand_in_page))
judging = taking(Step(_may(Deed.JUDGE, OwnPlanState.ACCEPTED), _judge_form, _judge, _judge_page, field="words"))
talking = taking(Step(_may(Deed.JUDGE, OwnPlanState.TALKING), _talk_form, _talk, _talk_page, field="due_on"))
