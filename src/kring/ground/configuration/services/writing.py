"""Who wrote a row, with the name of that day."""

from typing import TypedDict
from uuid import UUID

from kring.ground.access.actor import Actor, own_name


class Writer(TypedDict):
    written_by: UUID
    written_by_name: str


def writer(actor: Actor) -> Writer:
    name = own_name(actor)
    return {"written_by": actor.id, "written_by_name": name}
