"""Mail by `KRING_SMTP_URL`: `smtps://user:password@host:port`, or `smtp://…`, which turns to TLS before it signs in.

Only a relay without sign-in, on the installation's own network, is spoken to in the clear.
"""

from dataclasses import dataclass
from typing import Self
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

SECONDS = 20
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class Message:
    """A mail to one person."""

    to: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Smtp:
    """The mail server of the installation."""

    host: str
    port: int
    user: str
    password: str
    implicit_tls: bool

    @classmethod
    def parse(cls, url: str) -> Self:
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname:
            raise ValueError("KRING_SMTP_URL moet eruitzien als smtps://gebruiker:wachtwoord@mail.gemeente.nl:465")
        return cls(
            host=parts.hostname,
            port=parts.port or PORTS[parts.scheme],
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            implicit_tls=parts.scheme == "smtps",
        )

    def send(self, message: Message) -> None:
        """Raises OSError or SMTPException when the server does not take it."""
        EmailMessage(message.subject, message.body, to=[message.to], connection=self.backend()).send()

    def backend(self) -> EmailBackend:
        return EmailBackend(
            host=self.host,
            port=self.port,
            username=self.user,
            password=self.password,
            use_ssl=self.implicit_tls,
            use_tls=bool(self.user) and not self.implicit_tls,
            timeout=SECONDS,
        )


def installation_address() -> str:
    """Where people reach this installation: the first of KRING_ORIGINS, else the first of KRING_HOSTS."""
    if settings.CSRF_TRUSTED_ORIGINS:
        return f"{settings.CSRF_TRUSTED_ORIGINS[0].rstrip('/')}/"
    return f"{'https' if settings.SECURE else 'http'}://{settings.ALLOWED_HOSTS[0]}/"
