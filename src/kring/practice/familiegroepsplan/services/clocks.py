"""What the agenda asks of who leads: how the family is doing with its plan, or the own plan within six weeks."""

from kring.ground.access.actor import Actor
from kring.ground.agenda.services import finish_clock
from kring.practice.familiegroepsplan.models import Familiegroepsplan
from kring.practice.familiegroepsplan.rules.states import MAKING, TERM, WAIVED, outcome, professional_plan_due
from kring.practice.leads.policy import LEADING, roles_in
from kring.practice.leads.services import tell_lead


def set_clocks(actor: Actor, row: Familiegroepsplan) -> None:
    """As the state asks. The term asks a question on its day; it ends nothing (BR-010, BR-011)."""
    wanted = {
        TERM: row.due_on if row.state in MAKING else None,
        WAIVED: professional_plan_due(outcome(row.state, row.ground), row.answered_on),
    }
    leads = bool(roles_in(actor, row.dossier_id) & LEADING)
    for clock, due_on in wanted.items():
        if leads:
            finish_clock(actor=actor, dossier=row.dossier_id, clock=clock)
        if due_on is not None and due_on >= actor.today:
            tell_lead(actor=actor, dossier=row.dossier_id, clock=clock, due_on=due_on)
