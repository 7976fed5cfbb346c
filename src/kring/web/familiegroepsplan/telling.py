"""Where the family's own plan stands, in words that fit who reads: four steps, one sentence, and what can be done."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.practice.familiegroepsplan.models import Outcome, OwnPlanState
from kring.practice.familiegroepsplan.policy import Deed, may
from kring.practice.familiegroepsplan.queries import OwnPlanView
from kring.practice.familiegroepsplan.rules.states import STEPS
from kring.web.family.frame import Frame

COURSE: Final = (_("Aangeboden"), _("Plan maken"), _("Ingeleverd"), _("Besproken"))
REACHED: Final = {
    OwnPlanState.OFFERED: 0,
    OwnPlanState.WANTED: 1,
    OwnPlanState.RUNNING: 1,
    OwnPlanState.TALKING: 1,
    OwnPlanState.RECEIVED: 2,
    OwnPlanState.REJECTED: 3,
    OwnPlanState.ACCEPTED: 4,
    OwnPlanState.REMARKS: 4,
}
TO_FAMILY: Final = {
    OwnPlanState.OFFERED: _("U mag eerst zelf een plan maken. Wilt u dat?"),
    OwnPlanState.WANTED: _("U maakt een plan. Praat met familie en vrienden, en schrijf op wat u wilt."),
    OwnPlanState.RUNNING: _("U bent bezig met uw plan. Is het klaar? Lever het dan in."),
    OwnPlanState.TALKING: _("U past uw plan aan. Is het klaar? Lever het dan opnieuw in."),
    OwnPlanState.RECEIVED: _("Uw plan is ingeleverd. Uw regisseur leest het en praat er met u over."),
    OwnPlanState.REJECTED: _("Uw plan kan zo nog niet. U krijgt een nieuw gesprek. Hieronder leest u waarom."),
    OwnPlanState.ACCEPTED: _("Uw plan is goed zo. Het telt als het plan van het gezin."),
    OwnPlanState.REMARKS: _("Uw plan is goed, met een paar opmerkingen. Het telt als het plan van het gezin."),
    OwnPlanState.WAIVED: _("Er komt nu geen eigen plan. Bedenkt u zich? Dat mag altijd."),
    OwnPlanState.EXEMPT: _("Een eigen plan eerst is nu niet nodig van de wet. Meedenken over het plan mag altijd."),
}
TO_OTHERS: Final = {
    OwnPlanState.OFFERED: _("Aangeboden. Het gezin heeft nog geen antwoord gegeven: tot dan wacht het plan."),
    OwnPlanState.WANTED: _("Het gezin gaat een eigen plan maken. Zolang stelt de professional geen plan vast."),
    OwnPlanState.RUNNING: _("Het gezin maakt zijn plan. Zolang stelt de professional geen plan vast."),
    OwnPlanState.TALKING: _("Het gezin past zijn plan aan na een nieuw gesprek."),
    OwnPlanState.RECEIVED: _("Het plan van het gezin is er. Lees het samen door en zeg of het zo kan."),
    OwnPlanState.REJECTED: _("Het plan kan zo nog niet. Begin een nieuw gesprek met het gezin."),
    OwnPlanState.ACCEPTED: _("Aanvaard. Het plan van het gezin telt als het plan."),
    OwnPlanState.REMARKS: _("Aanvaard met opmerkingen. Het plan van het gezin telt als het plan."),
    OwnPlanState.WAIVED: _("Het gezin maakt geen eigen plan. De professional maakt een plan, samen met het gezin."),
    OwnPlanState.EXEMPT: _("Een familiegroepsplan eerst is hier niet nodig van de wet."),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the four steps: done, now or open."""

    label: str | Promise
    state: str


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done next."""

    url: str
    text: str | Promise
    kind: str = "secondary"
    icon: str = ""


def stages(own: OwnPlanView) -> tuple[Stage, ...]:
    """None for a plan that the family does not make."""
    if own.is_left_out:
        return ()
    reached = REACHED[own.state]
    names = ("done", "now", "open")
    return tuple(Stage(label, names[(place >= reached) + (place > reached)]) for place, label in enumerate(COURSE))


def sentence(around: Frame, own: OwnPlanView) -> Promise:
    return (TO_FAMILY if around.head.is_family else TO_OTHERS)[own.state]


def answer(own: OwnPlanView) -> str:
    """What the family said, or why it was not asked."""
    if own.state == OwnPlanState.OFFERED:
        return ""
    return str(Outcome(own.row.ground or Outcome.WANTED).label)


def ways(around: Frame, own: OwnPlanView) -> tuple[Way, ...]:
    """The next step first."""
    roles, dossier, state = around.head.roles, around.head.id, own.state
    found = []
    if own.is_making and may(Deed.BRING, roles):
        found.append(Way(reverse("own_plan_add", args=[dossier]), _("Iets opschrijven"), "primary", "edit"))
        found.append(Way(reverse("own_plan_meeting", args=[dossier]), _("Wij waren bij elkaar"), icon="users"))
    if around.head.is_family and state in {OwnPlanState.OFFERED, OwnPlanState.WAIVED} and may(Deed.ANSWER, roles):
        found.append(Way(reverse("own_plan_answer", args=[dossier]), _("Antwoord geven"), "primary", "edit"))
    if OwnPlanState.RECEIVED in STEPS[state] and may(Deed.HAND_IN, roles):
        text = _("Plan inleveren") if around.head.is_family else _("Plan op papier ontvangen")
        found.append(Way(reverse("own_plan_hand_in", args=[dossier]), text, icon="check"))
    if may(Deed.JUDGE, roles):
        found += _of_who_leads(own, around)
    return tuple(found)


def _of_who_leads(own: OwnPlanView, around: Frame) -> list[Way]:
    dossier, steps = around.head.id, STEPS[own.state]
    if OwnPlanState.ACCEPTED in steps:
        return [Way(reverse("own_plan_judge", args=[dossier]), _("Zeg of het zo kan"), "primary", "check")]
    if OwnPlanState.TALKING in steps:
        return [Way(reverse("own_plan_talk", args=[dossier]), _("Nieuw gesprek beginnen"), "primary", "users")]
    if own.state == OwnPlanState.OFFERED:
        return [Way(reverse("own_plan_offer", args=[dossier]), _("Antwoord opschrijven"), "primary", "edit")]
    return []
