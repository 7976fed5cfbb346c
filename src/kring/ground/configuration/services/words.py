"""Words of a municipality: added, renamed, put in order, no longer offered from a day on, and offered again."""

from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

from django.utils.text import slugify
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.configuration.models import Word
from kring.ground.configuration.policy import may_set_words
from kring.ground.configuration.queries.words import words_of
from kring.ground.configuration.rules.words import (
    WordList,
    WordNow,
    can_call,
    can_offer_again,
    can_retire,
    free_code,
    reordered,
)
from kring.ground.configuration.services.writing import writer
from kring.ground.shared.lasting import in_force
from kring.ground.shared.period import HERE
from kring.ground.shared.verdict import Refused

LONGEST_CODE = 30


def add_word(*, actor: Actor, words: WordList, organisation: UUID, label: str) -> WordNow:
    """After the others."""
    may_set_words(actor, organisation).enforce()
    present = words_of(words, organisation, actor.at)
    can_call(present, label).enforce()
    code = free_code(slugify(label)[:LONGEST_CODE] or "woord", {word.code for word in present})
    word = WordNow(code, label.strip(), sum(one.is_used for one in present) + 1, True)
    _write(actor, words, organisation, word, "")
    _note(words, word.label, "added", "", event=Event.CREATE)
    return word


def change_word(  # noqa: PLR0913  spelled out by keyword
    *, actor: Actor, words: WordList, organisation: UUID, code: str, label: str, place: int, reason: str = ""
) -> None:
    """Another name or another place; the words that move along get a row of their own."""
    may_set_words(actor, organisation).enforce()
    present = words_of(words, organisation, actor.at)
    word = _found(present, code)
    can_call(present, label, code=code).enforce()
    if not word.is_used:
        raise Refused(_("Dit woord is niet meer in gebruik. Neem het eerst weer in gebruik."))
    by_code = {one.code: one for one in present}
    by_code[code] = replace(word, label=label.strip())
    for number, one in enumerate(reordered(present, code, place), 1):
        wanted = replace(by_code[one], place=number)
        if wanted != _found(present, one):
            _write(actor, words, organisation, wanted, reason if one == code else "")
    _note(words, label.strip(), "changed", reason)


def retire_word(*, actor: Actor, words: WordList, organisation: UUID, code: str, on: date, reason: str) -> None:
    """From that day it is no longer offered; where it stands, it stays."""
    may_set_words(actor, organisation).enforce()
    present = words_of(words, organisation, actor.at)
    word = _found(present, code)
    if not word.is_used:
        raise Refused(_("Dit woord is niet meer in gebruik."))
    can_retire(present, code, on, actor.today).enforce()
    if not reason.strip():
        raise Refused(_("Schrijf op waarom."))
    begins = actor.at if on == actor.today else datetime.combine(on, time(), HERE)
    _write(actor, words, organisation, replace(word, ends_at=begins), reason)
    _note(words, word.label, "retired", reason)


def offer_again(*, actor: Actor, words: WordList, organisation: UUID, code: str) -> None:
    """It can be chosen again, after the others."""
    may_set_words(actor, organisation).enforce()
    present = words_of(words, organisation, actor.at)
    word = _found(present, code)
    can_offer_again(word).enforce()
    place = word.place if word.is_used else sum(one.is_used for one in present) + 1
    _write(actor, words, organisation, replace(word, is_used=True, place=place, ends_at=None), "")
    _note(words, word.label, "offered_again", "")


def _found(present: tuple[WordNow, ...], code: str) -> WordNow:
    return next(word for word in present if word.code == code)


def _write(actor: Actor, words: WordList, organisation: UUID, word: WordNow, reason: str) -> None:
    """What held ends now; what was to come and had not begun, never begins."""
    before = Word.objects.filter(organisation=organisation, list=words.code, code=word.code)
    before.filter(in_force(actor.at)).update(ended_at=actor.at)
    for row in before.filter(ended_at=None, started_at__gt=actor.at):
        before.filter(id=row.id).update(ended_at=row.started_at)
    common = {"organisation_id": organisation, "list": words.code, "code": word.code, "label": word.label,
              "place": word.place, "reason": reason.strip(), **writer(actor)}  # fmt: skip
    if word.ends_at is None or word.ends_at > actor.at:
        Word(is_used=word.is_used, started_at=actor.at, ended_at=word.ends_at, **common).save(force_insert=True)
    if word.ends_at is not None:
        Word(is_used=False, started_at=word.ends_at, **common).save(force_insert=True)


def _note(words: WordList, label: str, deed: str, reason: str, *, event: Event = Event.CHANGE) -> None:
    note_deed(f"configuration.word_{deed}", "settings", event=event, ground=f"{words.code}: {label}. {reason}".strip())
