"""The only writer of settings: the value that held ends, and a new row says what holds from now on."""

from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.configuration import queries
from kring.ground.configuration.models import SettingValue
from kring.ground.configuration.policy import may_set
from kring.ground.configuration.rules import SETTINGS, can_set
from kring.ground.configuration.services.writing import writer


def set_value(*, actor: Actor, code: str, value: int, reason: str, organisation: UUID | None = None) -> SettingValue:
    """From now on; below the norm only with a reason, and never a term of the law."""
    may_set(actor, organisation).enforce()
    can_set(SETTINGS[code], value, queries.value(code, organisation), reason).enforce()
    before = SettingValue.objects.filter(code=code, organisation=organisation, ended_at=None)
    before.update(ended_at=actor.at)
    row = SettingValue(
        organisation_id=organisation,
        code=code,
        value=value,
        started_at=actor.at,
        **writer(actor),
        reason=reason.strip(),
    )
    row.save(force_insert=True)
    note_deed("configuration.value_set", "settings", event=Event.CHANGE, ground=f"{code}: {value}. {reason}".strip())
    return row
