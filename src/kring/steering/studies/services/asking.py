"""Asking for a study, approving it by another person, saying by name who looks, and ending it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.jobs import defer
from kring.ground.shared.verdict import Refused
from kring.steering.studies.models import Researcher, Study, StudyState
from kring.steering.studies.policy import may_ask_study, may_decide, may_end, may_use
from kring.steering.studies.rules.running import can_approve, can_ask, can_end, can_use

COUNT_JOB = "studies.count"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is asked: for what, on which ground, from when up to and including when."""

    title: str
    purpose: str
    ground: str
    started_on: date
    ended_on: date


def request_study(*, actor: Actor, organisation: UUID, proposal: Proposal) -> Study:
    """A draft. Nobody sees a household by it."""
    may_ask_study(actor, organisation).enforce()
    can_ask(proposal.started_on, proposal.ended_on, actor.today).enforce()
    if not (proposal.title.strip() and proposal.purpose.strip() and proposal.ground.strip()):
        raise Refused(_("Vul in wat u onderzoekt, waarvoor, en op welke grond dat mag."))
    study = Study(
        organisation_id=organisation,
        slug=_free_slug(proposal.title),
        title=proposal.title,
        purpose=proposal.purpose,
        ground=proposal.ground,
        asked_by=actor.id,
        asked_by_name=_name_of(actor.id),
        asked_on=actor.today,
        started_on=proposal.started_on,
        ended_on=proposal.ended_on,
    )
    study.save(force_insert=True)
    note_deed("studies.study_asked", Part.STUDY, event=Event.CREATE, ground=study.title)
    return study


def approve_study(*, actor: Actor, study: Study, researchers: Iterable[UUID] = ()) -> None:
    """From now on it runs between its dates. Who asked and who approved are on its list of names."""
    may_decide(actor, study).enforce()
    can_approve(study.state, study.ended_on, actor.today, asked_by=study.asked_by, approver=actor.id).enforce()
    study.state, study.approved_by, study.approved_on = StudyState.APPROVED, actor.id, actor.today
    study.approved_by_name = _name_of(actor.id)
    study.save(update_fields=["state", "approved_by", "approved_by_name", "approved_on"])
    note_deed("studies.study_approved", Part.STUDY, ground=study.ground)
    for account in dict.fromkeys([study.asked_by, actor.id, *researchers]):
        _add(actor, study, account)
    if can_use(study.state, study.started_on, study.ended_on, actor.today):
        defer(COUNT_JOB, study=study.id, day=actor.today.toordinal())


def add_researcher(*, actor: Actor, study: Study, account: UUID) -> None:
    """One more person may look, by name. Nothing happens when the name is there already."""
    may_decide(actor, study).enforce()
    can_end(study.state).enforce()
    _add(actor, study, account)


def remove_researcher(*, actor: Actor, study: Study, account: UUID) -> None:
    """From now on this person sees nothing of the households; that it did before stays on the list."""
    may_decide(actor, study).enforce()
    Researcher.objects.filter(study=study, account_id=account, ended_on=None).update(ended_on=actor.today)
    note_deed("studies.researcher_removed", Part.STUDY, event=Event.RIGHTS, ground=study.title)


def end_study(*, actor: Actor, study: Study, reason: str) -> None:
    """Nobody sees its households any more; the nightly job destroys them and their keys."""
    may_end(actor, study).enforce()
    can_end(study.state).enforce()
    if not reason.strip():
        raise Refused(_("Schrijf op waarom het onderzoek eindigt."))
    study.state, study.end_reason = StudyState.ENDED, reason
    study.save(update_fields=["state", "end_reason"])
    note_deed("studies.study_ended", Part.STUDY, ground=reason)


def count_again(*, actor: Actor, study: Study, reference_date: date) -> None:
    """Have the list made anew, as things stood on `reference_date`."""
    may_use(actor, study).enforce()
    if reference_date > actor.today:
        raise Refused(_("De peildatum ligt in de toekomst. Kies vandaag of een eerdere dag."))
    defer(COUNT_JOB, study=study.id, day=reference_date.toordinal())
    note_deed("studies.list_asked", Part.STUDY, event=Event.CREATE, ground=f"{study.title}, {reference_date}")


def _add(actor: Actor, study: Study, account: UUID) -> None:
    if Researcher.objects.filter(study=study, account_id=account, ended_on=None).exists():
        return
    name = _eligible(study.organisation_id).get(account)
    if name is None:
        raise Refused(_("Deze collega heeft geen rol om onderzoeken te zien. Vraag de beheerder om die rol."))
    Researcher(
        study=study, organisation_id=study.organisation_id, account_id=account, name=name, added_on=actor.today
    ).save(force_insert=True)
    note_deed("studies.researcher_added", Part.STUDY, event=Event.RIGHTS, ground=study.title)


def _eligible(organisation: UUID) -> dict[UUID, str]:
    """Whoever has a role with which one sees studies here: the database tells only that, and only to them."""
    with connection.cursor() as cursor:
        cursor.execute("select account, name from gate.researchers(%s)", [organisation])
        return dict(cursor.fetchall())


def _name_of(account: UUID) -> str:
    return Account.objects.values_list("display_name", flat=True).get(id=account)


def _free_slug(title: str) -> str:
    """`dossieronderzoek-noord`, or with a number behind it. A study of another municipality may hold the first."""
    base = slugify(title)[:50] or "onderzoek"
    taken = set(Study.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(name for number in range(1, 1000) if (name := base if number == 1 else f"{base}-{number}") not in taken)
