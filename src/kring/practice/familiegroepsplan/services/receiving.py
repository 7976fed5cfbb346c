"""The plan comes in, by the family's own hand or on paper; who leads accepts it, or talks it over again with them."""

from datetime import date

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.agenda.queries.terms import last_day_of
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.verdict import Refused
from kring.practice.familiegroepsplan.models import Familiegroepsplan, OwnPlanState
from kring.practice.familiegroepsplan.policy import Deed, may
from kring.practice.familiegroepsplan.rules.states import TERM, can_move
from kring.practice.familiegroepsplan.rules.words import can_judge
from kring.practice.familiegroepsplan.services.clocks import set_clocks
from kring.practice.leads.policy import LEADING, roles_in

STEP = ("state", "received_on", "on_paper", "judged_on", "judgement", "due_on")
"""What a service here changes."""


def hand_in(*, actor: Actor, own_plan: Familiegroepsplan, received_on: date | None = None) -> None:
    """By the family itself, or written down as received on paper: `received_on` is the day of that."""
    roles = roles_in(actor, own_plan.dossier_id)
    may(Deed.HAND_IN, roles).enforce()
    can_move(own_plan.state, OwnPlanState.RECEIVED).enforce()
    if received_on is not None and received_on > actor.today:
        raise Refused(_("Deze dag komt nog. Kies vandaag of een eerdere dag."))
    day, on_paper = received_on or actor.today, bool(roles & LEADING)
    _change(own_plan, state=OwnPlanState.RECEIVED, received_on=day, on_paper=on_paper)
    note_deed("familiegroepsplan.handed_in", Part.PLAN, dossier=own_plan.dossier_id)
    set_clocks(actor, own_plan)


def judge(*, actor: Actor, own_plan: Familiegroepsplan, judgement: OwnPlanState, words: str) -> None:
    """Accepted, accepted with remarks, or not; the last two with words that the family reads."""
    may(Deed.JUDGE, roles_in(actor, own_plan.dossier_id)).enforce()
    (can_judge(judgement, words) and can_move(own_plan.state, judgement)).enforce()
    _change(own_plan, state=judgement, judged_on=actor.today, judgement=words.strip())
    note_deed("familiegroepsplan.judged", Part.PLAN, dossier=own_plan.dossier_id, ground=words.strip()[:400])
    set_clocks(actor, own_plan)


def talk_again(*, actor: Actor, own_plan: Familiegroepsplan, due_on: date | None = None) -> None:
    """What was not accepted goes back to the table; the family may change everything, by a day agreed anew."""
    may(Deed.JUDGE, roles_in(actor, own_plan.dossier_id)).enforce()
    can_move(own_plan.state, OwnPlanState.TALKING).enforce()
    if due_on is not None and due_on < actor.today:
        raise Refused(_("Deze dag is al voorbij. Kies vandaag of later."))
    _change(own_plan, state=OwnPlanState.TALKING, due_on=due_on or last_day_of(TERM, actor.today))
    note_deed("familiegroepsplan.talked_again", Part.PLAN, dossier=own_plan.dossier_id)
    set_clocks(actor, own_plan)


def undo_step(*, actor: Actor, own_plan: Familiegroepsplan) -> None:
    """As it was before one's own last step."""
    may(Deed.HAND_IN, roles_in(actor, own_plan.dossier_id)).enforce()
    was = before_last(Familiegroepsplan, own_plan.id, STEP, by=actor.id, at=actor.at)
    if was is None:
        raise Refused(_("Dit is het begin. Kies een ander antwoord."))
    _change(own_plan, **was)
    note_deed("familiegroepsplan.step_undone", Part.PLAN, dossier=own_plan.dossier_id)
    set_clocks(actor, own_plan)


def _change(row: Familiegroepsplan, **changed: object) -> None:
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(update_fields=list(changed))
