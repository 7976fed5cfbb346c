"""Signing in and out, failed tries, and changes of one's own password and factors are in the log (NEN 7513; BR-100)."""

from uuid import UUID

from kring.ground.access.actor import ANYBODY_ID, Actor, acting
from kring.ground.access.models import AccountKind, Login
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed, recording, write
from kring.ground.shared import clock

CHANGES = {
    "account/email/password_changed": "signin.password_changed",
    "account/email/password_reset": "signin.password_reset",
    "account/email/password_set": "signin.password_set",
    "mfa/email/recovery_codes_generated": "signin.recovery_codes_made",
    "mfa/email/totp_activated": "signin.app_added",
    "mfa/email/totp_deactivated": "signin.app_removed",
    "mfa/email/webauthn_added": "signin.passkey_added",
    "mfa/email/webauthn_removed": "signin.passkey_removed",
    "socialaccount/email/account_connected": "signin.provider_connected",
    "socialaccount/email/account_disconnected": "signin.provider_disconnected",
}
"""What allauth would mail about, as deeds."""


def note(account: UUID, what: str, event: Event, kind: AccountKind = AccountKind.ACCOUNT) -> None:
    """One line of this account about itself."""
    with recording(what) as trail, acting(Actor(account, kind, clock.now())):
        note_deed(what, Part.SETTINGS, event=event)
        write(trail)


def note_failure(address: str, what: str) -> None:
    """Somebody did not sign in: a line about the account tried, if there is one; it never holds the address."""
    tried = Login.objects.filter(email=address.lower()).values_list("id", flat=True).first()
    note(tried or ANYBODY_ID, what, Event.SIGN_FAIL, AccountKind.PUBLIC)


def note_code(account: UUID, *, locked: bool) -> None:
    """A second step that failed: the password was known, the code was not."""
    note(account, "signin.locked_out" if locked else "signin.wrong_code", Event.SIGN_FAIL, AccountKind.PUBLIC)
