"""The offer of the law and its answer: the family makes its own plan first, or a ground says why not (BR-009)."""

from datetime import date
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.agenda.queries.terms import last_day_of
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.practice.familiegroepsplan.models import Familiegroepsplan, OwnPlanState, Support
from kring.practice.familiegroepsplan.policy import Deed, may
from kring.practice.familiegroepsplan.queries import newest
from kring.practice.familiegroepsplan.rules.states import EXEMPT_BY_LAW, FINISHED, MAKING, TERM, can_move
from kring.practice.familiegroepsplan.rules.words import YES_WE_DO, OfferWords, offer_problems
from kring.practice.familiegroepsplan.services.clocks import set_clocks
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce


def offer(*, actor: Actor, dossier: UUID, words: OfferWords) -> Familiegroepsplan:
    """The offer, with the answer when there is one. While the family is at it, this puts right what was agreed."""
    may(Deed.OFFER, roles_in(actor, dossier)).enforce()
    enforce(offer_problems(words, actor.today))
    now = newest(dossier)
    row = Familiegroepsplan(dossier_id=dossier) if now is None or now.state in FINISHED else now
    state = _state_after(row, words.answer)
    _write(actor, row, state, _fields(actor, words, row))
    note_deed("familiegroepsplan.offered", Part.PLAN, event=Event.CREATE, dossier=dossier, ground=words.reason)
    set_clocks(actor, row)
    return row


def choose(
    *, actor: Actor, own_plan: Familiegroepsplan, wants: bool, support: Support = Support.NONE, who: str = ""
) -> None:
    """The family answers by itself: yes with the help it wishes, or no, for which it owes nobody a reason."""
    may(Deed.ANSWER, roles_in(actor, own_plan.dossier_id)).enforce()
    words = OfferWords(
        offered_on=own_plan.offered_on,
        offered_by=own_plan.offered_by,
        answer=YES_WE_DO if wants else "not_wished",
        support=support.value if wants else "",
        support_who=who,
        due_on=own_plan.due_on,
        framework=own_plan.framework,
    )
    _write(actor, own_plan, _state_after(own_plan, words.answer), _fields(actor, words, own_plan))
    note_deed("familiegroepsplan.answered", Part.PLAN, dossier=own_plan.dossier_id)
    set_clocks(actor, own_plan)


def _state_after(row: Familiegroepsplan, answer: str) -> OwnPlanState:
    """Who said yes before and is on its way stays there; every other step is one of the life cycle."""
    if answer == YES_WE_DO and row.state in MAKING:
        return OwnPlanState(row.state)
    then = {"": OwnPlanState.OFFERED, YES_WE_DO: OwnPlanState.WANTED, EXEMPT_BY_LAW: OwnPlanState.EXEMPT}
    state = then.get(answer, OwnPlanState.WAIVED)
    if row.state and row.state != state:
        can_move(row.state, state).enforce()
    return state


def _fields(actor: Actor, words: OfferWords, row: Familiegroepsplan) -> dict[str, str | date | None]:
    is_yes = words.answer == YES_WE_DO
    same = is_yes and row.state in MAKING
    return {
        "offered_on": words.offered_on,
        "offered_by": words.offered_by.strip(),
        "answered_on": None if not words.answer else row.answered_on if same else actor.today,
        "ground": "" if is_yes else words.answer,
        "reason": words.reason.strip(),
        "support": words.support if is_yes else "",
        "support_who": words.support_who.strip() if is_yes else "",
        "due_on": (words.due_on or last_day_of(TERM, actor.today)) if is_yes else None,
        "framework": words.framework.strip(),
    }


def _write(actor: Actor, row: Familiegroepsplan, state: OwnPlanState, fields: dict[str, str | date | None]) -> None:
    is_new = not row.state
    for name, value in {**fields, "state": state.value}.items():
        setattr(row, name, value)
    if is_new:
        row.written_by, row.written_at = actor.id, actor.at
        row.save(force_insert=True)
    else:
        row.save(update_fields=[*fields, "state"])
