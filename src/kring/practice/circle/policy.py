"""Who keeps the circle: the family itself, and who leads (handbook §5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.keys import pair_key
from kring.ground.access.models import Grant
from kring.ground.access.parts import Part
from kring.ground.access.policy import may_keep_circle
from kring.ground.shared.protection import Writes

__all__ = ["Keeping", "keeping", "may_keep_circle"]


@dataclass(frozen=True, slots=True)
class Keeping:
    """What this reader writes of the circle: of the family as a whole, and of these members alone."""

    whole: bool
    members: frozenset[UUID]


def keeping(actor: Actor, dossier: UUID, members: Iterable[UUID]) -> Keeping:
    """One query. By the same keys as the policies of the database."""
    pairs = {pair_key(dossier, member): member for member in members}
    mine = Grant.objects.filter(
        account_id=actor.id, part=Part.NETWORK, writes=Writes.ALL, key__in=[dossier, *pairs], valid_from__lte=actor.at
    )
    keys = set(mine.exclude(valid_until__lte=actor.at).values_list("key", flat=True))
    return Keeping(dossier in keys, frozenset(member for key, member in pairs.items() if key in keys))
