"""Who leads is written behind a gate: whoever appoints reads the name of the dossier, and writes nothing else in it."""

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model, QuerySet

from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Dossier
from kring.ground.access.policy import may_appoint

Row = TypeVar("Row", bound=Model)


def replace_leads(*, actor: Actor, dossier: Dossier, running: QuerySet[Row], rows: Sequence[Row]) -> None:
    """The leads that run end now and `rows` begin; the domain that owns them notes the deed."""
    may_appoint(actor, dossier).enforce()
    with gate():
        running.update(ended_at=actor.at)
        running.model._default_manager.bulk_create(rows)  # noqa: SLF001  Django's public API
