"""Safety agreements: written, holding, changed, shown per person, ended by somebody with a reason (BR-077)."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.documents.services import enforce_member
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.leads.rules import enforce
from kring.practice.safety.models import AgreementReader, AgreementState, CodeWord, SafetyAgreement
from kring.practice.safety.policy import may_write_agreements, may_write_track
from kring.practice.safety.rules.agreements import (
    CHANGED,
    ENDED,
    IN_FORCE,
    AgreementWords,
    agreement_problems,
    can_move_agreement,
    can_write_agreement,
)
from kring.practice.safety.services.reviewing import look_again, looked

WORDS = (
    "what", "applies_when", "who_does", "checks", "by_veilig_thuis", "start_on", "review_on", "child_words",
    "pictogram",
)  # fmt: skip
UNDONE = (*WORDS, "state", "ended_on", "ended_by_name", "ended_because", "withdrawn_at", "withdrawn_because")


def make_agreement(*, actor: Actor, dossier: UUID, words: AgreementWords) -> SafetyAgreement:
    """As a concept, that nobody of the family reads."""
    may_write_agreements(actor, dossier).enforce()
    enforce(agreement_problems(words, actor.today))
    row = SafetyAgreement(dossier_id=dossier, written_by=actor.id, written_at=actor.at, **_fields(words))
    row.save(force_insert=True)
    _note("made", row, Event.CREATE)
    return row


def rewrite_agreement(*, actor: Actor, row: SafetyAgreement, words: AgreementWords) -> None:
    """Other words; of one that holds everybody sees that it was changed."""
    _enforce(actor, row)
    earliest = min(row.review_on, actor.today)
    enforce(agreement_problems(words, earliest if words.review_on == row.review_on else actor.today))
    changed = _fields(words)
    if row.state in IN_FORCE:
        changed["state"] = CHANGED
    day = row.review_on
    _change(row, "changed", changed)
    if row.state in IN_FORCE and day != row.review_on:
        looked(actor, row.dossier_id, day)
        look_again(actor, row.dossier_id, row.review_on)


def move_agreement(*, actor: Actor, row: SafetyAgreement) -> None:
    """From now on it holds; who leads and who is consulted look at it again on its day."""
    _enforce(actor, row)
    can_move_agreement(row.state, AgreementState.HOLDS).enforce()
    _change(row, "put_in_force", {"state": AgreementState.HOLDS})
    look_again(actor, row.dossier_id, row.review_on)


def end_agreement(*, actor: Actor, row: SafetyAgreement, reason: str) -> None:
    """Who ended it, and why, stands beside it."""
    _enforce(actor, row)
    can_move_agreement(row.state, ENDED, reason).enforce()
    _change(
        row, "ended",
        {"state": ENDED, "ended_on": actor.today, "ended_by_name": own_name(actor), "ended_because": reason.strip()},
        ground=reason,
    )  # fmt: skip
    looked(actor, row.dossier_id, row.review_on)


def withdraw_agreement(*, actor: Actor, row: SafetyAgreement, reason: str) -> None:
    """It was never agreed: it leaves every page."""
    _enforce(actor, row)
    if not reason.strip():
        raise Refused(_("Schrijf op waarom."))
    held = row.state in IN_FORCE
    _change(row, "withdrawn", {"withdrawn_at": actor.at, "withdrawn_because": reason.strip()}, Event.DELETE, reason)
    if held:
        looked(actor, row.dossier_id, row.review_on)


def undo_agreement(*, actor: Actor, row: SafetyAgreement) -> None:
    """As it was before one's own last deed; what was just made is withdrawn."""
    may_write_agreements(actor, row.dossier_id).enforce()
    was = before_last(SafetyAgreement, row.pk, UNDONE, by=actor.id, at=actor.at)
    held, day = _holds(row), row.review_on
    _change(row, "undone", dict(was or {"withdrawn_at": actor.at, "withdrawn_because": _("ongedaan gemaakt")}))
    row.refresh_from_db()
    if held != _holds(row) or day != row.review_on:
        if held:
            looked(actor, row.dossier_id, day)
        if _holds(row):
            look_again(actor, row.dossier_id, row.review_on)


def show_agreement(*, actor: Actor, row: SafetyAgreement, to: Iterable[UUID]) -> None:
    """Exactly these people of the family read it; by default nobody (condition 23)."""
    may_write_agreements(actor, row.dossier_id).enforce()
    can_write_agreement(AgreementState.DRAFT, is_withdrawn=row.withdrawn_at is not None).enforce()
    chosen = set(to)
    for subject in chosen:
        enforce_member(row.dossier_id, subject)
    readers = AgreementReader.objects.filter(agreement=row)
    before = set(readers.values_list("subject_id", flat=True))
    readers.exclude(subject__in=chosen).delete()
    AgreementReader.objects.bulk_create(
        AgreementReader(dossier_id=row.dossier_id, subject_id=one, agreement=row, shown_by=actor.id, shown_at=actor.at)
        for one in sorted(chosen - before)
    )
    _note("shown", row, subjects=chosen ^ before)


def set_code_word(*, actor: Actor, row: SafetyAgreement, word: str, known_to: str) -> None:
    """At level 3, in a row of its own; without a word it is taken away."""
    may_write_track(actor, row.dossier_id).enforce()
    if word.strip() and not known_to.strip():
        raise Refused(_("Schrijf op wie het codewoord kent."))
    rows = CodeWord.objects.filter(agreement=row)
    if not word.strip():
        rows.delete()
    elif not rows.update(word=word.strip(), known_to=known_to.strip()):
        CodeWord(
            dossier_id=row.dossier_id, agreement=row, word=word.strip(), known_to=known_to.strip(),
            written_by=actor.id, written_at=actor.at,
        ).save(force_insert=True)  # fmt: skip
    note_deed("safety.code_word_set", Part.MELDCODE, dossier=row.dossier_id, level=Level.PROTECTED)


def _fields(words: AgreementWords) -> dict[str, object]:
    given: dict[str, object] = {name: getattr(words, name) for name in WORDS}
    return {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}


def _enforce(actor: Actor, row: SafetyAgreement) -> None:
    allowed = may_write_agreements(actor, row.dossier_id)
    (allowed and can_write_agreement(row.state, is_withdrawn=row.withdrawn_at is not None)).enforce()


def _holds(row: SafetyAgreement) -> bool:
    return row.state in IN_FORCE and row.withdrawn_at is None


def _change(
    row: SafetyAgreement, done: str, changed: dict[str, object], event: Event = Event.CHANGE, ground: str = ""
) -> None:
    """Only as it was read."""
    stored = SafetyAgreement.objects.filter(id=row.id, state=row.state, withdrawn_at=row.withdrawn_at)
    if not stored.update(**changed):
        raise Refused(_("Iemand anders heeft deze afspraak net veranderd. Kijk opnieuw."))
    for name, value in changed.items():
        setattr(row, name, value)
    _note(done, row, event, ground=ground)


def _note(
    done: str, row: SafetyAgreement, event: Event = Event.CHANGE, *, ground: str = "", subjects: Iterable[UUID] = ()
) -> None:
    note_deed(
        f"safety.agreement_{done}", Part.SAFETY_AGREEMENT, event=event, dossier=row.dossier_id, subjects=subjects,
        ground=ground, level=Level.PROTECTED, thing=row.id,
    )  # fmt: skip
