"""What a municipality wrote: one text, all of one municipality, and what it was before."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext

from kring.ground.configuration.models import TextValue
from kring.ground.configuration.rules.texts import OwnText


@dataclass(frozen=True, slots=True)
class TextChange:
    """What stood there, from when to when, who wrote it and why."""

    text: str
    started_at: datetime
    ended_at: datetime | None
    who: str
    reason: str

    @property
    def said(self) -> str:
        return self.text or gettext("niets")


@dataclass(frozen=True, slots=True)
class TownTexts:
    """The texts of one municipality by code; what it did not write is not in it."""

    municipality: str
    texts: dict[str, str]


def text_of(text: OwnText, organisation: UUID) -> str:
    """Empty as long as nothing was written. One query."""
    rows = TextValue.objects.filter(organisation=organisation, code=text.code, ended_at=None)
    return rows.values_list("text", flat=True).first() or ""


def own_text(controller: str, text: OwnText) -> Subquery:
    """To annotate a query with: what this organisation wrote."""
    rows = TextValue.objects.filter(organisation=OuterRef(controller), code=text.code, ended_at=None)
    return Subquery(rows.values("text")[:1])


def present_texts(organisations: Collection[UUID]) -> dict[tuple[str, UUID], str]:
    """By code and municipality. One query."""
    rows = TextValue.objects.filter(organisation__in=organisations, ended_at=None)
    return {(code, one): text for code, one, text in rows.values_list("code", "organisation", "text")}


def texts_by_town(codes: Collection[str]) -> tuple[TownTexts, ...]:
    """Of every municipality that wrote one of these, by name: for a page that anybody reads. One query."""
    rows = TextValue.objects.filter(code__in=codes, ended_at=None).exclude(text="").order_by("organisation__name")
    found: dict[str, dict[str, str]] = {}
    for name, code, text in rows.values_list("organisation__name", "code", "text"):
        found.setdefault(name, {})[code] = text
    return tuple(TownTexts(name, texts) for name, texts in found.items())


def text_history(text: OwnText, organisation: UUID) -> tuple[TextChange, ...]:
    """The newest first. One query."""
    rows = TextValue.objects.filter(code=text.code, organisation=organisation).order_by("-started_at")
    return tuple(TextChange(row.text, row.started_at, row.ended_at, row.written_by_name, row.reason) for row in rows)
