"""What who leads says of something that stands out, and what takes that back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Law, Part
from kring.ground.agenda.services import add_task
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import HelpAnswer, PlanAnswer
from kring.practice.care.policy import may_answer_mark
from kring.practice.care.rules.marks import Answer, can_answer

AGREED = "actie"


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands out: its key, and of whose help under which law; without `about` it is of the goals and plans."""

    key: UUID
    about: tuple[UUID, Law] | None = None


def say_it_fits(*, actor: Actor, dossier: UUID, marked: Marked, because: str) -> None:
    """It stays on the page, with the reason."""
    _answer(actor, dossier, marked, Answer.FITS, because)


def take_it_up(*, actor: Actor, dossier: UUID, marked: Marked, because: str, due_on: date) -> None:
    """A task for whoever says so; its title tells nothing of the help."""
    if due_on < actor.today:
        raise Refused(_("Deze dag is al voorbij. Kies vandaag of later."))
    _answer(actor, dossier, marked, Answer.TAKEN_UP, because)
    title = _("Oppakken wat opvalt in het zorgverloop")
    add_task(actor=actor, account=actor.id, clock=AGREED, title=title, dossier=dossier, due_on=due_on)


def withdraw_answer(*, actor: Actor, dossier: UUID, marked: Marked, reason: str) -> None:
    """The mark asks again. What was said, and why it went, is kept; a task stays until it is done or dropped."""
    may_answer_mark(actor, dossier, marked.about).enforce()
    if not reason.strip():
        raise Refused(_("Schrijf op waarom."))
    model = HelpAnswer if marked.about else PlanAnswer
    standing = model._default_manager.filter(dossier_id=dossier, mark=marked.key, withdrawn_at=None)  # noqa: SLF001  Django's public API
    if not standing.update(withdrawn_at=actor.at, withdrawn_because=reason.strip()):
        raise Refused(_("Hier is nog niets over gezegd."))
    _note("withdrawn", dossier, marked, Event.CHANGE)


def _answer(actor: Actor, dossier: UUID, marked: Marked, answer: Answer, because: str) -> None:
    (may_answer_mark(actor, dossier, marked.about) and can_answer(because)).enforce()
    said = {
        "dossier_id": dossier, "mark": marked.key, "answer": answer, "because": because.strip(),
        "written_by": actor.id, "written_at": actor.at,
    }  # fmt: skip
    if marked.about:
        subject, law = marked.about
        HelpAnswer(**said, subject_id=subject, law=law).save(force_insert=True)
    else:
        PlanAnswer(**said).save(force_insert=True)
    _note("answered", dossier, marked, Event.CREATE)


def _note(done: str, dossier: UUID, marked: Marked, event: Event) -> None:
    part, subjects = (Part.PROVISION, [marked.about[0]]) if marked.about else (Part.PLAN, [])
    note_deed(f"care.mark_{done}", part, event=event, dossier=dossier, subjects=subjects)
