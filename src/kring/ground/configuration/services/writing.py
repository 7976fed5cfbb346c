"""Who wrote a row, with the name of that day."""

from typing import TypedDict
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account


class Writer(TypedDict):
    written_by: UUID
    written_by_name: str


def writer(actor: Actor) -> Writer:
    name = Account.objects.values_list("display_name", flat=True).get(id=actor.id)
    return {"written_by": actor.id, "written_by_name": name}
