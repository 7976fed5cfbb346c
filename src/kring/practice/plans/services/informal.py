"""Who else can do it: a named person of the circle who has room (BR-057), or a volunteer who is asked for in one go."""

from collections.abc import Iterator
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import override

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.agenda.services import add_task, cancel_newest
from kring.ground.audit.trail import note_deed
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.circle.queries import asked
from kring.practice.leads.policy import roles_in
from kring.practice.leads.queries import dossier_head
from kring.practice.leads.rules import enforce
from kring.practice.plans.models import Action, DoerKind, Goal
from kring.practice.plans.policy import may_give_action_to
from kring.practice.plans.queries import offered
from kring.practice.plans.queries.steps import is_shared
from kring.practice.plans.rules.informal import NOT_ASKED, VOLUNTEER, YES, InformalAnswer, answer_problems
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS
from kring.practice.plans.rules.states import OPEN_ACTIONS
from kring.practice.plans.services.logged import subjects_of

ASK_VOLUNTEER = "vrijwilliger_vragen"
"""The clock of the agenda that runs until the coordinator of volunteers has been asked."""
LONGEST_TITLE = 200


def answer_again(*, actor: Actor, action: Action, answer: InformalAnswer) -> None:
    """Asked once more at an evaluation: today's answer for this one step, also when it is the same."""
    may_give_action_to(roles_in(actor, action.dossier_id), action.doer_kind).enforce()
    if action.doer_kind != DoerKind.PROFESSIONAL or action.state not in OPEN_ACTIONS:
        raise Refused(_("Deze vraag hoort bij een stap van een professional die nog niet klaar is."))
    enforce(
        answer_problems(answer, offered(actor, action.dossier_id, NO_INFORMAL_REASONS, keep=action.informal_reason))
    )
    before = answer_of(action)
    who = action.informal_subject_id if same_person(before, answer) else somebody(actor, action.dossier_id, answer)
    Action.objects.filter(id=action.id).update(
        informal_subject_id=who, informal_answered_on=actor.today, **answer.fields()
    )
    note_deed("plans.informal_answered", Part.ACTION, dossier=action.dossier_id, subjects=subjects_of(action))
    if before.first != VOLUNTEER:
        ask_volunteer(actor, action.dossier_id, answer, is_shared=everyone_reads(action))


def answer_of(action: Action) -> InformalAnswer:
    return InformalAnswer(action.informal_first, action.informal_who, action.informal_reason, action.volunteer_wish)


def same_person(before: InformalAnswer, now: InformalAnswer) -> bool:
    """Who was named already is not asked for room once more."""
    return (before.first, before.who) == (now.first, now.who.strip())


def somebody(actor: Actor, dossier: UUID, answer: InformalAnswer) -> UUID | None:
    """The one of the circle whom a yes names; nobody else can be named."""
    if answer.first != YES:
        return None
    known = asked(dossier, answer.who, actor.today)
    if known is None:
        raise Refused(
            _("%(name)s staat niet in de kring. Zet deze persoon eerst in de kring, of vraag een vrijwilliger.")
            % {"name": answer.who.strip()}
        )
    known.verdict.enforce()
    return known.subject


def ask_volunteer(actor: Actor, dossier: UUID, answer: InformalAnswer, *, is_shared: bool) -> None:
    """Whoever leads takes it to the coordinator of volunteers, in the words that were written down.

    Of a goal that not everybody reads, the words stay in the plan.
    """
    if answer.first != VOLUNTEER:
        return
    head = dossier_head(actor, dossier)
    if head is None or head.lead is None:
        return
    title = _title(answer, is_shared=is_shared)
    add_task(actor=actor, account=head.lead.account, clock=ASK_VOLUNTEER, title=title, dossier=dossier)


def stop_asking_volunteer(actor: Actor, dossier: UUID, answer: InformalAnswer, *, is_shared: bool) -> None:
    """The step for which a volunteer was to be asked is not there any more."""
    if answer.first == VOLUNTEER:
        title = _title(answer, is_shared=is_shared)
        cancel_newest(actor=actor, dossier=dossier, clock=ASK_VOLUNTEER, title=title, reason=_("ongedaan gemaakt"))


def everyone_reads(row: Goal | Action) -> bool:
    return is_shared(row.level, row.subject_id)


def hide_wishes(dossier: UUID) -> None:
    """Tasks keep the words of those steps only that everybody still reads. What was hidden is told by none."""
    asked_for = Action.objects.filter(dossier_id=dossier, subject=None, level__lte=Level.SHARED_PLAN)
    wishes = asked_for.filter(informal_first=VOLUNTEER).values_list("volunteer_wish", flat=True)
    shown = [title for wish in wishes for title in _titles(InformalAnswer(VOLUNTEER, wish=wish))]
    hidden = _title(NOT_ASKED, is_shared=False)
    with connection.cursor() as cursor:
        cursor.execute("select gate.hide_wishes(%s, %s, %s)", [dossier, [*shown, hidden], hidden])


def _titles(answer: InformalAnswer) -> Iterator[str]:
    """In every language: a task says it as whoever gave it reads it."""
    for code, _name in settings.LANGUAGES:
        with override(code):
            yield _title(answer, is_shared=True)


def _title(answer: InformalAnswer, *, is_shared: bool) -> str:
    said = _("Vraag een vrijwilliger: %(wish)s") % {"wish": answer.wish.strip()}
    return (said if is_shared else _("Vraag een vrijwilliger voor een stap in het plan"))[:LONGEST_TITLE]
