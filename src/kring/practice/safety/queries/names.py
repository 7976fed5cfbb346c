"""The own name, as it stands beside what one wrote."""

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account


def own_name(actor: Actor) -> str:
    """One's own account is always one's own to read."""
    return Account.objects.values_list("display_name", flat=True).get(id=actor.id)
