"""The link of an invitation: its id, signed. It tells nothing, and nobody makes one that was not sent."""

from uuid import UUID

from django.core import signing

SALT = "kring.invitation"


def link_of(invitation: UUID) -> str:
    """What stands in the mail after the address."""
    return signing.Signer(salt=SALT).sign(invitation.hex).replace(":", ".")


def read_link(link: str) -> UUID | None:
    """The invitation, or None when this was never sent."""
    try:
        return UUID(signing.Signer(salt=SALT).unsign(link.replace(".", ":")))
    except (signing.BadSignature, ValueError):
        return None
