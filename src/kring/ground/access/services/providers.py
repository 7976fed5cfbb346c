"""Signing in at the municipality's own OpenID provider: one row per provider, its secret kept encrypted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from allauth.socialaccount.models import SocialApp
from cryptography.fernet import Fernet
from django.conf import settings
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.policy import may_administer
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused

OPENID = "openid_connect"
SEALED = "sealed_secret"
ORGANISATION = "organisation"
CODE = re.compile(r"[a-z0-9-]{2,40}")


@dataclass(frozen=True, slots=True)
class Provider:
    """How it is called in addresses and on the button, where it is, and as whom Kring is known there.

    With an `organisation` it opens the accounts of who works there, and no others.
    """

    code: str
    name: str
    server_url: str
    client_id: str
    secret: str = ""
    organisation: UUID | None = None


def connect_provider(*, actor: Actor, provider: Provider) -> None:
    """Add it, or change what is there. Without a secret the present one stays."""
    may_administer(actor, None).enforce()
    if not CODE.fullmatch(provider.code):
        raise Refused(_("De code heeft 2 tot 40 tekens: kleine letters, cijfers en streepjes."))
    if not is_safe_place(provider.server_url):
        raise Refused(_("Het adres van de aanbieder begint met https://"))
    known = SocialApp.objects.filter(provider=OPENID, provider_id=provider.code).first()
    row = known or SocialApp(provider=OPENID, provider_id=provider.code)
    sealed = Fernet(settings.SIGN_IN_KEY).encrypt(provider.secret.encode()).decode() if provider.secret else ""
    row.name, row.client_id = provider.name, provider.client_id
    row.settings = {
        "server_url": provider.server_url,
        SEALED: sealed or row.settings.get(SEALED, ""),
        ORGANISATION: str(provider.organisation or ""),
    }
    row.save()
    note_deed("access.provider_connected", "settings", event=Event.RIGHTS)


def is_safe_place(address: str) -> bool:
    """Over TLS, or on this very computer."""
    return address.startswith(("https://", "http://127.0.0.1:", "http://localhost:"))


def disconnect_provider(*, actor: Actor, code: str) -> None:
    """Nobody signs in there any more; accounts and passwords stay."""
    may_administer(actor, None).enforce()
    gone, _rows = SocialApp.objects.filter(provider=OPENID, provider_id=code).delete()
    if not gone:
        raise Refused(_("Er is geen aanbieder met deze code."))
    note_deed("access.provider_disconnected", "settings", event=Event.RIGHTS)


def providers() -> Sequence[Provider]:
    """Without their secrets."""
    rows = SocialApp.objects.filter(provider=OPENID).order_by("name")
    return [_shown(row) for row in rows]


def _shown(row: SocialApp) -> Provider:
    address = row.settings.get("server_url", "")
    return Provider(row.provider_id, row.name, address, row.client_id, organisation=organisation_of(row))


def organisation_of(row: SocialApp) -> UUID | None:
    """Whose accounts this provider opens; None: everybody's."""
    kept = row.settings.get(ORGANISATION, "")
    return UUID(kept) if kept else None


def unsealed(row: SocialApp) -> str:
    """The secret, for the conversation with the provider alone."""
    kept = row.settings.get(SEALED, "")
    return Fernet(settings.SIGN_IN_KEY).decrypt(kept.encode()).decode() if kept else ""
