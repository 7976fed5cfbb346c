"""Sharing with others than who leads, and what a family decides on its own page (BR-087, BR-088).

When a family stops something itself, who leads gets a task that tells nothing but where to look.
"""

import json
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.models import RecipientKind, SharedPart, SharingDecision, SharingGround
from kring.ground.access.policy import may_decide_own_sharing
from kring.ground.access.services import Decision, Recipient, share, take, withdraw
from kring.ground.access.services.sharing_ends import ending, mark_end_told
from kring.ground.access.sharing_rules import can_stop
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.queries.terms import last_day_of
from kring.ground.agenda.rules import clock_of
from kring.ground.agenda.services import notify
from kring.ground.shared.period import day_of
from kring.practice.care.visibility import LAW_OF
from kring.practice.leads.policy import may_write_answers, roles_in
from kring.practice.leads.rules import SHARING_ENDS, SHARING_STOPPED, TOLD_BEFORE_END
from kring.practice.leads.services.answers import Answer, usual_end, write_down


def decide_sharing(*, actor: Actor, dossier: UUID, decision: Decision, concept: bool = False) -> list[SharingDecision]:
    """By who leads, for any recipient. A concept waits for the family's own answer."""
    may_write_answers(roles_in(actor, dossier)).enforce()
    until = decision.until or usual_end(actor, dossier)
    return share(actor=actor, dossier=dossier, decision=replace(decision, until=until), concept=concept)


def stop_sharing(*, actor: Actor, decision: SharingDecision) -> None:
    """By the family itself, at once and without a reason; or by who leads, after the family said so."""
    withdraw(actor=actor, decision=decision)
    if may_decide_own_sharing(actor, decision.dossier_id, decision.subject_id):
        _answered(actor, decision, shares=False)
        tell_lead(actor=actor, dossier=decision.dossier_id, clock=SHARING_STOPPED)


def answer_concept(*, actor: Actor, decision: SharingDecision, shares: bool) -> None:
    """A yes or no to what was prepared, by the family on its own page. A no never blocks help (BR-088)."""
    may_decide_own_sharing(actor, decision.dossier_id, decision.subject_id).enforce()
    if shares:
        take(actor=actor, decision=decision, informed_on=actor.today, evidence=_("antwoord op de eigen bladzijde"))
    else:
        withdraw(actor=actor, decision=decision)
    _answered(actor, decision, shares=shares)
    tell_lead(actor=actor, dossier=decision.dossier_id, clock=SHARING_STOPPED)


def share_again(*, actor: Actor, decision: SharingDecision) -> list[SharingDecision]:
    """What the family stopped, once more: a new decision with the same contents, for the usual time."""
    may_decide_own_sharing(actor, decision.dossier_id, decision.subject_id).enforce()
    can_stop(decision.ground).enforce()
    again = Decision(
        decision.subject_id,
        [decision.law] if decision.law else [],
        SharingGround(decision.ground),
        decision.purpose,
        decision.necessity,
        decision.proportionality,
        until=usual_end(actor, decision.dossier_id),
        recipient=Recipient(RecipientKind(decision.recipient_kind), decision.recipient_name, decision.recipient_id),
        parts=[] if decision.law else [SharedPart(decision.part)],
        informed_on=actor.today,
        evidence=_("antwoord op de eigen bladzijde"),
    )
    rows = share(actor=actor, dossier=decision.dossier_id, decision=again)
    _answered(actor, decision, shares=True)
    tell_lead(actor=actor, dossier=decision.dossier_id, clock=SHARING_STOPPED)
    return rows


def tell_of_ends(*, actor: Actor) -> int:
    """By the installation: decisions that end within thirty days give who leads a task, once. Returns how many."""
    found = ending(actor=actor, before=actor.at + TOLD_BEFORE_END)
    for dossier, end in sorted({(one.dossier, day_of(one.ends_at)) for one in found}):
        due_on = max(actor.today, end - timedelta(days=1))
        tell_lead(actor=actor, dossier=dossier, clock=SHARING_ENDS, due_on=due_on)
    mark_end_told(actor=actor, decisions=[one.id for one in found])
    return len(found)


def _answered(actor: Actor, decision: SharingDecision, *, shares: bool) -> None:
    """What who leads may see of a law is also kept as the answer of who gave it."""
    leads = decision.recipient_kind == RecipientKind.LEADS
    if not leads or decision.part != SharedPart.HELP or decision.subject_id is None:
        return
    name = own_name(actor)
    write_down(actor, decision.dossier_id, Answer(decision.subject_id, LAW_OF[decision.law], shares, name))


def tell_lead(
    *, actor: Actor, dossier: UUID, clock: str, due_on: date | None = None, subject: UUID | None = None
) -> bool:
    """A task for the professional who leads, without content. Whether it is new.

    One at a time of each clock; about a `subject` of the dossier: one for each of them.
    """
    task = {
        "clock": clock,
        "title": str(_(clock_of(clock).title)),
        "began_on": actor.today.isoformat(),
        "due_on": (due_on or last_day_of(clock, actor.today)).isoformat(),
        "subject": str(subject) if subject else None,
    }
    with connection.cursor() as cursor:
        cursor.execute("select leads.tell_lead(%s, %s)", [dossier, json.dumps(task)])
        leader: UUID | None = cursor.fetchone()[0]
    if leader is not None:
        notify(account=leader, kind=NoticeKind.TASK, dossier=dossier)
    return leader is not None
