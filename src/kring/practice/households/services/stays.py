"""Who lives where, as it was told: written, put right, ended and withdrawn by a professional who leads (ADR 13)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import Stay
from kring.practice.households.policy import may_write_homes
from kring.practice.households.queries.homes import unplaced
from kring.practice.households.rules.homes import SETTLED, Living, Spell, can_live, can_tell, living_of

KEPT = ("label", "living", "days", "started_on", "ended_on", "told_by", "told_on", "withdrawn_at")
"""What can be put right, and last what takes it away: undoing puts these back."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Who told it, and on which day."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class StayWords:
    """Who lives where and how. Without `home` it is a new one; `label` is a name, never an address."""

    subject: UUID
    home: UUID | None
    label: str
    living: Living
    since: date
    until: date | None = None
    days: str = ""


def add_stay(*, actor: Actor, dossier: UUID, words: StayWords, told: Telling) -> Stay:
    """One person in one home, beside what the register says."""
    may_write_homes(actor, dossier).enforce()
    row = Stay(
        dossier_id=dossier, subject_id=words.subject, home=words.home or uuid4(), written_by=actor.id,
        written_at=actor.at,
    )  # fmt: skip
    _put(actor, row, words, told)
    row.save(force_insert=True)
    _note("households.stay_told", row, Event.CREATE)
    return row


def correct_stay(*, actor: Actor, stay: Stay, words: StayWords, told: Telling) -> None:
    """It was written down wrongly. The name is that of the home, for everybody in it. What stood there is kept."""
    may_write_homes(actor, stay.dossier_id).enforce()
    _enforce_standing(stay)
    _put(actor, stay, words, told)
    stay.save(update_fields=KEPT[:-1])
    _name_home(stay)
    _note("households.stay_corrected", stay)


def end_stay(*, actor: Actor, stay: Stay, on: date) -> None:
    """From that day this person is not there any more."""
    may_write_homes(actor, stay.dossier_id).enforce()
    _enforce_standing(stay)
    if stay.ended_on is not None:
        raise Refused(_("Dit is al gestopt."))
    if on <= stay.started_on:
        raise Refused(_("De laatste dag ligt voor de eerste. Kijk de datums na."))
    stay.ended_on = on
    stay.save(update_fields=["ended_on"])
    _note("households.stay_ended", stay)


def withdraw_stay(*, actor: Actor, stay: Stay, reason: str) -> None:
    """It was not so: it is no longer shown. That it was written, and why it went, is kept."""
    may_write_homes(actor, stay.dossier_id).enforce()
    _enforce_standing(stay)
    if not reason.strip():
        raise Refused(_("Schrijf op waarom."))
    stay.withdrawn_at, stay.withdrawn_by, stay.withdrawn_because = actor.at, actor.id, reason.strip()
    stay.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    _note("households.stay_withdrawn", stay)


def undo_stay(*, actor: Actor, stay: Stay) -> None:
    """What was just written is withdrawn; what was put right, ended or withdrawn is as it was."""
    may_write_homes(actor, stay.dossier_id).enforce()
    was = before_last(Stay, stay.id, KEPT, by=actor.id, at=actor.at)
    if was is None:
        withdraw_stay(actor=actor, stay=stay, reason=_("ongedaan gemaakt"))
        return
    for name, value in was.items():
        setattr(stay, name, value)
    if stay.withdrawn_at is None:
        stay.withdrawn_by, stay.withdrawn_because = None, ""
        can_live(Spell(stay.home, living_of(stay.living), stay.started_on, stay.ended_on), _others(stay)).enforce()
    stay.save(update_fields=[*KEPT, "withdrawn_by", "withdrawn_because"])
    _name_home(stay)
    _note("households.stay_undone", stay)


def close_running(*, actor: Actor, dossier: UUID, subjects: Iterable[UUID], on: date, also: Iterable[Living]) -> None:
    """Whoever moves leaves where they lived on the day itself, and `also` what they shared."""
    rows = Stay.objects.filter(dossier_id=dossier, subject__in=list(subjects), ended_on=None, withdrawn_at=None)
    for row in rows.filter(living__in=[*SETTLED, *also]).order_by("id"):
        end_stay(actor=actor, stay=row, on=on)


def _put(actor: Actor, row: Stay, words: StayWords, told: Telling) -> None:
    can_tell(told.by, told.on, actor.today).enforce()
    _enforce_placed(row)
    if not words.label.strip():
        raise Refused(_("Geef het huis een naam, bijvoorbeeld: bij moeder."))
    _enforce_name(row, words)
    spell = Spell(row.home, words.living, words.since, words.until)
    can_live(spell, _others(row)).enforce()
    row.label, row.living, row.days = words.label.strip(), words.living, words.days.strip()
    row.started_on, row.ended_on = words.since, words.until
    row.told_by, row.told_on = told.by.strip(), told.on


def _enforce_name(row: Stay, words: StayWords) -> None:
    """Two homes at once are told apart by their names."""
    others = Stay.objects.filter(dossier_id=row.dossier_id, withdrawn_at=None, label__iexact=words.label.strip())
    if others.exclude(home=row.home).exclude(ended_on__lte=words.since).exists():
        raise Refused(_("Er is al een huis met deze naam. Kies dat huis, of geef dit een andere naam."))


def _name_home(stay: Stay) -> None:
    """A home has one name."""
    same = Stay.objects.filter(dossier_id=stay.dossier_id, home=stay.home, withdrawn_at=None)
    same.exclude(label=stay.label).update(label=stay.label)


def _others(row: Stay) -> list[Spell[UUID]]:
    rows = Stay.objects.filter(dossier_id=row.dossier_id, subject_id=row.subject_id, withdrawn_at=None)
    return [
        Spell(one.home, living_of(one.living), one.started_on, one.ended_on)
        for one in rows.exclude(id=row.id).order_by("started_on", "id")
    ]


def _enforce_placed(row: Stay) -> None:
    if not DossierSubject.objects.filter(dossier_id=row.dossier_id, subject_id=row.subject_id).exists():
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))
    if row.subject_id in unplaced():
        raise Refused(_("Waar deze persoon woont, is afgeschermd. Schrijf het hier niet op."))


def _enforce_standing(stay: Stay) -> None:
    if stay.withdrawn_at is not None:
        raise Refused(_("Dit is al ingetrokken."))


def _note(what: str, row: Stay, event: Event = Event.CHANGE) -> None:
    note_deed(what, Part.HOME, event=event, dossier=row.dossier_id, subjects=[row.subject_id])
