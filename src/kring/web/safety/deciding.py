"""What follows the weighing: the decision, deciding otherwise, carrying out, feedback, closing and beginning again."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from kring.ground.access.roles import CONSULTED
from kring.practice.safety.services import close_track, decide, follow, overrule, restart_track, tell_feedback
from kring.web.family.steps import Step, StepWords, taking
from kring.web.kit.pages import action
from kring.web.kit.request import PageRequest, sent
from kring.web.safety.reading import MANUAL_TRACK
from kring.web.safety.track_forms import CloseForm, DecisionForm, FeedbackForm, FollowForm, OverruleForm
from kring.web.safety.tracks import Found, answer, found, to_meldcode


def _decision_form(request: PageRequest, one: Found) -> DecisionForm:
    return DecisionForm(sent(request), routes=one.track.routes)


def _decide(request: PageRequest, one: Found, form: DecisionForm) -> HttpResponse:
    decide(actor=request.actor, row=one.track.row, decision=form.cleaned_data["decision"])
    return to_meldcode(request, one, _("De beslissing is vastgelegd."))


def _decision_page(request: PageRequest, one: Found, form: DecisionForm) -> HttpResponse:
    help_text = _("Vraag bij twijfel Veilig Thuis om advies: 0800-2000.")
    if one.track.must_report:
        help_text = _("Er is acute of structurele onveiligheid. Dan is melden bij Veilig Thuis de enige uitkomst.")
    return answer(request, one, form, StepWords(_("Stap 5: Beslissen"), _("Leg vast"), help_text, MANUAL_TRACK))


decision = taking(Step(found, _decision_form, _decide, _decision_page))


def _officer(request: PageRequest, dossier: UUID, track: UUID) -> Found:
    one = found(request, dossier, track)
    if CONSULTED.code not in one.around.head.roles:
        raise Http404
    return one


def _overrule(request: PageRequest, one: Found, form: OverruleForm) -> HttpResponse:
    overrule(actor=request.actor, row=one.track.row, reason=form.cleaned_data["reason"])
    return to_meldcode(request, one, _("De afwijking is vastgelegd, met uw naam."))


def _overrule_page(request: PageRequest, one: Found, form: OverruleForm) -> HttpResponse:
    help_text = _("Alleen de geraadpleegde aandachtsfunctionaris wijkt hiervan af.")
    return answer(request, one, form, StepWords(_("Niet melden"), _("Leg vast"), help_text, MANUAL_TRACK))


otherwise = taking(Step(_officer, lambda request, _one: OverruleForm(sent(request)), _overrule, _overrule_page))


def _follow(request: PageRequest, one: Found, form: FollowForm) -> HttpResponse:
    follow(actor=request.actor, row=one.track.row, number=form.cleaned_data["number"])
    return to_meldcode(request, one, _("Het is uitgevoerd."))


def _follow_page(request: PageRequest, one: Found, form: FollowForm) -> HttpResponse:
    help_text = _("Is er gemeld? Schrijf dan het nummer op. Wat u deelt, mag zonder toestemming (Wmo 5.2.6).")
    return answer(request, one, form, StepWords(_("Uitgevoerd"), _("Opslaan"), help_text, MANUAL_TRACK))


carried_out = taking(Step(found, lambda request, _one: FollowForm(sent(request)), _follow, _follow_page))


def _feedback(request: PageRequest, one: Found, form: FeedbackForm) -> HttpResponse:
    tell_feedback(actor=request.actor, row=one.track.row, words=form.cleaned_data["words"])
    return to_meldcode(request, one, _("De terugkoppeling staat erbij."))


def _feedback_page(request: PageRequest, one: Found, form: FeedbackForm) -> HttpResponse:
    help_text = _("Wie meldt, hoort van Veilig Thuis wat er met de melding gebeurt.")
    return answer(request, one, form, StepWords(_("Terugkoppeling"), _("Opslaan"), help_text, MANUAL_TRACK))


feedback = taking(Step(found, lambda request, _one: FeedbackForm(sent(request)), _feedback, _feedback_page))


def _close(request: PageRequest, one: Found, form: CloseForm) -> HttpResponse:
    close_track(actor=request.actor, row=one.track.row, reason=form.cleaned_data["reason"])
    return to_meldcode(request, one, _("Het traject is gesloten."))


def _close_page(request: PageRequest, one: Found, form: CloseForm) -> HttpResponse:
    help_text = _("Wat er is opgeschreven, blijft. Bij nieuwe signalen begint u opnieuw.")
    return answer(request, one, form, StepWords(_("Traject sluiten"), _("Sluit"), help_text, MANUAL_TRACK))


close = taking(Step(found, lambda request, _one: CloseForm(sent(request)), _close, _close_page))


@action
def again(request: PageRequest, dossier: UUID, track: UUID) -> HttpResponse:
    """New signals after it was closed."""
    one = found(request, dossier, track)
    restart_track(actor=request.actor, row=one.track.row)
    return to_meldcode(request, one, _("Begin met de signalen."))
