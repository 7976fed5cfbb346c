"""The value of a setting now, and what it was before."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from kring.ground.configuration.models import SettingValue
from kring.ground.configuration.rules import SETTINGS, Setting


@dataclass(frozen=True, slots=True)
class Change:
    """One value with its period, who set it and why."""

    value: int
    started_at: datetime
    ended_at: datetime | None
    who: str
    reason: str

    @property
    def said(self) -> str:
        return str(self.value)


def value(code: str, organisation: UUID | None = None) -> int:
    """The organisation's own value, else that of all, else the default."""
    return values([code], organisation)[code]


def values(codes: Collection[str], organisation: UUID | None = None) -> dict[str, int]:
    """Several at once. One query."""
    found = {code: SETTINGS[code].default for code in codes}
    running = SettingValue.objects.filter(Q(organisation=None) | Q(organisation=organisation), code__in=found)
    rows = sorted(running.filter(ended_at=None), key=lambda row: row.organisation_id is not None)
    return found | {row.code: row.value for row in rows}


def own_value(controller: str, setting: Setting) -> Coalesce:
    """To annotate a query with: the value of this organisation, else that of all, else the default."""
    rows = SettingValue.objects.filter(Q(organisation=None) | Q(organisation=OuterRef(controller)), ended_at=None)
    nearest = rows.filter(code=setting.code).order_by(F("organisation").asc(nulls_last=True))
    return Coalesce(Subquery(nearest.values("value")[:1]), setting.default)


def history(code: str, organisation: UUID | None = None) -> tuple[Change, ...]:
    """The newest first. One query."""
    rows = SettingValue.objects.filter(code=code, organisation=organisation).order_by("-started_at")
    return tuple(Change(row.value, row.started_at, row.ended_at, row.written_by_name, row.reason) for row in rows)
