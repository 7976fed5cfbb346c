"""Ask an organisation round the family for the three facts of its own plan, and answer: by account, or by the link."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.agenda.models import Task, TaskState
from kring.ground.agenda.services import add_task, cancel_task, reopen_task
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.configuration.queries.words import choices
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce
from kring.practice.plans.models import Goal, GoalState, ProviderPlan
from kring.practice.plans.policy import Deed, may, may_answer_as_provider
from kring.practice.plans.queries import offered
from kring.practice.plans.queries.provided import own_organisation, provider_plans
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS
from kring.practice.plans.rules.provided import LINK_LASTS, ProviderFacts, can_use_link, facts_problems

CLOCK: Final = "plan_aanbieder"
"""The clock of the agenda that runs until the professional of the provider has answered."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page behind a link shows: who asks whom. `goals`: id and words, words only where they are shared."""

    municipality: str
    organisation: str
    controller: UUID
    until: datetime
    is_open: bool
    goals: tuple[tuple[str, str], ...]


def ask_provider(*, actor: Actor, dossier: UUID, organisation: str) -> ProviderPlan:
    """Of an organisation whose professionals stand round this family. Asking again makes the earlier link stop."""
    may(Deed.ASK_PROVIDER, roles_in(actor, dossier)).enforce()
    found = provider_plans(actor, dossier).of(organisation)
    if found is None:
        raise Refused(_("Deze organisatie staat niet bij de professionals. Zet haar daar eerst bij."))
    row = _row(actor, dossier, found.organisation)
    row.link_until = actor.at + LINK_LASTS
    row.save(force_insert=True)
    note_deed("plans.provider_asked", Part.ACTION, event=Event.CREATE, dossier=dossier)
    title = _("Vertel over uw eigen plan")
    _drop_tasks(actor, dossier, found.accounts, _("opnieuw gevraagd"))
    for account in found.accounts:
        add_task(actor=actor, account=account, clock=CLOCK, title=title, dossier=dossier)
    return row


def answer_provider(*, actor: Actor, dossier: UUID, said: ProviderFacts) -> ProviderPlan:
    """By a professional of the provider; who answers again puts right what was said."""
    own, kept = own_organisation(actor), said.kept()
    municipality = Dossier.objects.values_list("controller__name", flat=True).get(id=dossier)
    may_answer_as_provider(roles_in(actor, dossier), own, municipality).enforce()
    shared = Goal.objects.filter(dossier_id=dossier, subject=None, level__lte=Level.SHARED_PLAN)
    goals = shared.filter(state=GoalState.ACTIVE)
    reasons = offered(actor, dossier, NO_INFORMAL_REASONS, keep=kept.reason)
    enforce(facts_problems(kept, [str(one) for one in goals.values_list("id", flat=True)], reasons, actor.today))
    row = _row(actor, dossier, own)
    row.has_plan, row.made_on, row.has_informal = kept.has_plan, kept.made_on, kept.has_informal
    row.goal_id = UUID(kept.goal) if kept.goal else None
    row.informal_reason = kept.reason
    row.answered_by = own_name(actor)
    row.save(force_insert=True)
    note_deed("plans.provider_answered", Part.ACTION, event=Event.CREATE, dossier=dossier)
    with connection.cursor() as cursor:
        cursor.execute("select gate.provider_told(%s)", [row.id])
    return row


def withdraw_provider_plan(*, actor: Actor, row: ProviderPlan) -> None:
    """A question is taken back by who leads, an answer by who gave it; what stood before counts again.

    What came by the link has nobody here who gave it: who leads takes it back, and asks anew.
    """
    if row.has_plan is None:
        may(Deed.ASK_PROVIDER, roles_in(actor, row.dossier_id)).enforce()
    elif row.question_id is not None:
        may(Deed.ASK_PROVIDER, roles_in(actor, row.dossier_id)).enforce()
        ProviderPlan.objects.filter(id=row.question_id, withdrawn_at=None).update(withdrawn_at=actor.at)
    elif row.written_by != actor.id:
        raise Refused(_("Dit antwoord is van iemand anders."))
    if not ProviderPlan.objects.filter(id=row.id, withdrawn_at=None).update(withdrawn_at=actor.at):
        raise Refused(_("Dit is al ingetrokken."))
    note_deed("plans.provider_withdrawn", Part.ACTION, dossier=row.dossier_id)
    line = provider_plans(actor, row.dossier_id).of(row.organisation_name)
    if row.has_plan is None:
        _drop_tasks(actor, row.dossier_id, line.accounts if line else (), _("ingetrokken"))
    elif line is not None and line.question is not None:
        _must_answer_again(actor, row.dossier_id)


def open_provider_link(*, question: UUID) -> Asked | None:
    """For whoever holds the link; nothing is known of them. None when it was never asked."""
    with connection.cursor() as cursor:
        cursor.execute("select * from gate.provider_asked(%s)", [question])
        row = cursor.fetchone()
    if row is None:
        return None
    municipality, organisation, controller, until, is_open, goals = row
    shown = tuple((str(one["id"]), str(one["words"])) for one in json.loads(goals))
    return Asked(municipality, organisation, controller, until, is_open, shown)


def answer_by_link(*, actor: Actor, question: UUID, said: ProviderFacts) -> None:
    """Once. The database asks itself whether the link still works, also when two answer in the same second."""
    asked, kept = open_provider_link(question=question), said.kept()
    if asked is None:
        raise Refused(_("Deze link klopt niet."))
    can_use_link(at=actor.at, until=asked.until, is_open=asked.is_open).enforce()
    reasons = [code for code, _label in choices(NO_INFORMAL_REASONS, asked.controller, actor.at)]
    enforce(facts_problems(kept, [goal for goal, _words in asked.goals], reasons, actor.today))
    facts = {
        "has_plan": kept.has_plan, "made_on": kept.made_on.isoformat() if kept.made_on else None,
        "goal": kept.goal or None, "has_informal": kept.has_informal, "reason": kept.reason,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("select gate.provider_answers(%s, %s)", [question, json.dumps(facts)])
        (dossier,) = cursor.fetchone()
    if dossier is None:
        can_use_link(at=actor.at, until=asked.until, is_open=False).enforce()
    note_deed("plans.provider_answered_by_link", Part.ACTION, event=Event.CREATE, dossier=dossier)


def _row(actor: Actor, dossier: UUID, organisation: str) -> ProviderPlan:
    return ProviderPlan(dossier_id=dossier, organisation_name=organisation, written_by=actor.id, written_at=actor.at)


def _drop_tasks(actor: Actor, dossier: UUID, accounts: Collection[UUID], reason: str) -> None:
    """Of this organisation only: another one still has to answer."""
    tasks = Task.objects.filter(dossier_id=dossier, clock=CLOCK, state=TaskState.OPEN, account_id__in=accounts)
    for task in tasks.order_by("id"):
        cancel_task(actor=actor, task=task, reason=reason)


def _must_answer_again(actor: Actor, dossier: UUID) -> None:
    """The question is open as before, for who took the own answer back."""
    done = Task.objects.filter(dossier_id=dossier, clock=CLOCK, state=TaskState.DONE, account_id=actor.id)
    if (last := done.order_by("-closed_at").first()) is not None:
        reopen_task(actor=actor, task=last)
