"""The plan stops, with what stays and who to call; and a family that comes back finds it as it was (BR-023, BR-024)."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, DossierState
from kring.ground.access.parts import Part
from kring.ground.access.services import set_state
from kring.ground.agenda.services import finish_clock
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.undoing import UNDO_WITHIN
from kring.ground.shared.verdict import Refused
from kring.practice.course.models import AfterCare, Closing, Pause
from kring.practice.course.policy import may_keep_course
from kring.practice.course.rules.words import ClosingWords, closing_problems
from kring.practice.leads.policy import roles_in
from kring.practice.leads.rules import enforce
from kring.practice.leads.services import tell_lead
from kring.practice.plans.models import Plan
from kring.practice.plans.services.agreeing import EVALUATION

CARE = "nazorg"
"""The clock of the agenda: ask after closing how it goes."""


def close(*, actor: Actor, dossier: UUID, words: ClosingWords) -> Closing:
    """Everything that BR-023 asks, or why not. Who leads keeps reading for the after-care."""
    may_keep_course(roles_in(actor, dossier)).enforce()
    given = Dossier.objects.get(id=dossier)
    if given.state != DossierState.ACTIVE:
        raise Refused(_("Dit plan loopt niet. Alleen een plan dat loopt, sluit u af."))
    enforce(closing_problems(words, actor.today))
    row = Closing(
        dossier_id=dossier, closed_on=actor.today, remains=words.remains.strip(), relapse=words.relapse.strip(),
        call=words.call.strip(), by_agreement=bool(words.by_agreement), agreement_words=words.agreement_words.strip(),
        scores_asked=words.scores_asked, letter_given=words.letter_given, without=words.without.strip(),
        written_by=actor.id, written_at=actor.at,
    )  # fmt: skip
    row.save(force_insert=True)
    AfterCare.objects.bulk_create(
        AfterCare(dossier_id=dossier, closing=row, due_on=day, written_by=actor.id, written_at=actor.at)
        for day in words.after_care
    )
    set_state(actor=actor, dossier=given, state=DossierState.CLOSED)
    note_deed("course.closed", Part.PLAN, event=Event.CREATE, dossier=dossier, ground=words.without.strip())
    finish_clock(actor=actor, dossier=dossier, clock=EVALUATION)
    ask_after(actor, dossier)
    return row


def undo_closing(*, actor: Actor, closing: Closing) -> None:
    """Within ten minutes it was never closed."""
    _enforce_newest(closing)
    may_keep_course(roles_in(actor, closing.dossier_id)).enforce()
    if closing.written_by != actor.id or actor.at - closing.written_at > UNDO_WITHIN:
        raise Refused(_("Ongedaan maken kan tien minuten. Heropen het plan, met de reden."))
    Closing.objects.filter(id=closing.id).update(withdrawn_at=actor.at)
    _open(actor, closing.dossier_id)
    note_deed("course.closing_undone", Part.PLAN, dossier=closing.dossier_id)


def reopen(*, actor: Actor, closing: Closing, because: str) -> None:
    """Within a year of closing this counts as herhaald beroep (BR-024). What rested then, rests no longer."""
    _enforce_newest(closing)
    may_keep_course(roles_in(actor, closing.dossier_id)).enforce()
    if not because.strip():
        raise Refused(_("Schrijf op waarom het plan weer opengaat."))
    Closing.objects.filter(id=closing.id).update(reopened_on=actor.today, reopened_because=because.strip())
    Pause.objects.filter(dossier_id=closing.dossier_id, ended_on=None).update(ended_on=closing.closed_on)
    _open(actor, closing.dossier_id)
    note_deed("course.reopened", Part.PLAN, dossier=closing.dossier_id, ground=because.strip())


def ask_after(actor: Actor, dossier: UUID) -> None:
    """A task for the first after-care that was not held yet."""
    finish_clock(actor=actor, dossier=dossier, clock=CARE)
    waiting = AfterCare.objects.filter(dossier_id=dossier, held_on=None, closing__reopened_on=None)
    first = waiting.filter(closing__withdrawn_at=None).order_by("due_on").first()
    if first is not None:
        tell_lead(actor=actor, dossier=dossier, clock=CARE, due_on=max(first.due_on, actor.today))


def _open(actor: Actor, dossier: UUID) -> None:
    """With the look back that was agreed: it may be late by now."""
    set_state(actor=actor, dossier=Dossier.objects.get(id=dossier), state=DossierState.ACTIVE)
    ask_after(actor, dossier)
    agreed = Plan.objects.filter(dossier_id=dossier).values_list("evaluation_on", flat=True).first()
    if agreed is not None:
        tell_lead(actor=actor, dossier=dossier, clock=EVALUATION, due_on=max(agreed, actor.today))


def _enforce_newest(closing: Closing) -> None:
    if closing.withdrawn_at is not None or closing.reopened_on is not None:
        raise Refused(_("Dit plan is al weer open."))
