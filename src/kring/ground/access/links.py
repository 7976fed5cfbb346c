"""A link that opens one thing: its id, signed. It tells nothing, and nobody makes one that was not sent."""

from uuid import UUID

from django.core import signing

SALT = "kring.invitation"


def link_of(thing: UUID, salt: str = SALT) -> str:
    """What stands in the mail after the address."""
    return signing.Signer(salt=salt).sign(thing.hex).replace(":", ".")


def read_link(link: str, salt: str = SALT) -> UUID | None:
    """The invitation (or another thing that was sent with this salt), or None when this was never sent."""
    try:
        return UUID(signing.Signer(salt=salt).unsign(link.replace(".", ":")))
    except (signing.BadSignature, ValueError):
        return None
