"""The only writer of texts: what stood there ends, and a new row says what stands there from now on."""

from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.configuration.models import TextValue
from kring.ground.configuration.policy import may_set_words
from kring.ground.configuration.queries.texts import text_of
from kring.ground.configuration.rules.texts import OwnText, can_write
from kring.ground.configuration.services.writing import writer


def write_text(*, actor: Actor, text: OwnText, organisation: UUID, words: str, reason: str = "") -> None:
    """From now on; empty takes it away."""
    may_set_words(actor, organisation).enforce()
    said = words.replace("\r\n", "\n").strip()
    can_write(text, said, text_of(text, organisation)).enforce()
    TextValue.objects.filter(organisation=organisation, code=text.code, ended_at=None).update(ended_at=actor.at)
    row = TextValue(
        organisation_id=organisation,
        code=text.code,
        text=said,
        started_at=actor.at,
        reason=reason.strip(),
        **writer(actor),
    )
    row.save(force_insert=True)
    note_deed("configuration.text_written", "settings", event=Event.CHANGE, ground=f"{text.code}. {reason}".strip())
