"""The words of a municipality: all of a list for who keeps it, those that are offered for a form, labels for a page."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext

from kring.ground.configuration.models import Word
from kring.ground.configuration.rules.words import LISTS, WordList, WordNow, WordRow, merged
from kring.ground.shared.aside import rows_aside
from kring.ground.shared.lasting import lasting


class Label(TypedDict):
    """A word that was changed, as `changed_labels` finds it."""

    list: str
    code: str
    label: str


Labels = Mapping[tuple[str, str], str]
"""By list and code."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """What a word was, from when to when, who made it so and why."""

    label: str
    place: int
    is_used: bool
    started_at: datetime
    ended_at: datetime | None
    who: str
    reason: str

    @property
    def said(self) -> str:
        return self.label if self.is_used else gettext("%(word)s, niet meer te kiezen") % {"word": self.label}


def words_of(words: WordList, organisation: UUID, at: datetime) -> tuple[WordNow, ...]:
    """Also those that are no longer offered. One query."""
    return merged(words, (_row(row) for row in _running(at, organisation).filter(list=words.code)), at)


def counts(organisations: Collection[UUID], at: datetime) -> dict[tuple[str, UUID], int]:
    """How many words each list of these municipalities offers. One query."""
    rows: dict[tuple[str, UUID], list[WordRow]] = {}
    for row in _running(at, *organisations):
        rows.setdefault((row.list, row.organisation_id), []).append(_row(row))
    return {
        (words.code, one): sum(word.is_used for word in merged(words, rows.get((words.code, one), ()), at))
        for words in LISTS.values()
        for one in organisations
    }


def choices(words: WordList, organisation: UUID, at: datetime, *, keep: str = "") -> list[tuple[str, str]]:
    """For a form, in the reader's language; `keep` is the word that stands there already."""
    return _to_choose(words_of(words, organisation, at), (keep,))


def choices_of(
    lists: Collection[WordList], organisation: UUID, at: datetime, *, keep: Collection[str] = ()
) -> dict[str, list[tuple[str, str]]]:
    """For a form with several lists, by code of the list. One query."""
    rows: dict[str, list[WordRow]] = {}
    for row in _running(at, organisation).filter(list__in=[words.code for words in lists]):
        rows.setdefault(row.list, []).append(_row(row))
    return {words.code: _to_choose(merged(words, rows.get(words.code, ()), at), keep) for words in lists}


def word_history(words: WordList, organisation: UUID, code: str) -> tuple[WordChange, ...]:
    """The newest first; before the first row it was as it came with the installation. One query."""
    rows = Word.objects.filter(list=words.code, organisation=organisation, code=code).order_by("-started_at", "-id")
    return tuple(
        WordChange(row.label, row.place, row.is_used, row.started_at, row.ended_at, row.written_by_name, row.reason)
        for row in rows
    )


def changed_labels(controller: str, lists: Collection[str]) -> ArraySubquery:
    """To annotate a query with: the words that this organisation has called otherwise."""
    rows = Word.objects.filter(organisation=OuterRef(controller), list__in=lists, ended_at=None).order_by()
    return rows_aside(rows, "list", "code", "label")


def labels(found: Iterable[Label]) -> Labels:
    """As `label_of` takes them."""
    return {(row["list"], row["code"]): row["label"] for row in found}


def label_of(words: WordList, code: str, changed: Labels) -> str:
    """In Dutch, as it is kept; empty for no word."""
    return changed.get((words.code, code), words.label(code)) if code else ""


def _to_choose(words: Iterable[WordNow], keep: Collection[str]) -> list[tuple[str, str]]:
    return [(word.code, gettext(word.label)) for word in words if word.is_used or word.code in keep]


def _running(at: datetime, *organisations: UUID) -> QuerySet[Word]:
    return Word.objects.filter(lasting(at), organisation__in=organisations)


def _row(row: Word) -> WordRow:
    return WordRow(row.code, row.label, row.place, row.is_used, row.started_at, row.ended_at)
