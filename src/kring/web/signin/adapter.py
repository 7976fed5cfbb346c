"""allauth as we use it: nobody makes an own account, messages are ours, a lock-out says how long, the log knows."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kring.ground.audit.models import Event
from kring.web.kit.kept import place_of_kept
from kring.web.signin.noting import CHANGES, note, note_failure

SAID: dict[str, Promise] = {
    "account/messages/logged_out.txt": _("U bent uitgelogd."),
    "account/messages/password_changed.txt": _("Uw wachtwoord is gewijzigd."),
    "account/messages/password_set.txt": _("Uw wachtwoord is ingesteld."),
}
"""What allauth has to tell, in our words; what is not here is seen on the page itself."""

LOCKED = format_lazy(
    _(
        "Er is te vaak een verkeerd wachtwoord of een verkeerde code ingevuld. "
        "Over {minutes} minuten kunt u het weer proberen."
    ),
    minutes=settings.LOCK_MINUTES,
)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts are made by an administrator or by invitation."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Dit account is niet meer in gebruik. Vraag het uw functioneel beheerder."),
        "email_password_mismatch": _("Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Kijk het na."),
        "enter_current_password": _("Dit is niet uw huidige wachtwoord."),
        "incorrect_password": _("Dit is niet uw wachtwoord."),
        "incorrect_code": _("Deze code klopt niet. Neem de code die er nu staat, of een ongebruikte herstelcode."),
        "rate_limited": _("Er is te vaak een verkeerde code ingevuld. Wacht vijf minuten en probeer het opnieuw."),
        "too_many_login_attempts": LOCKED,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """First to what was typed when the session had ended."""
        place = place_of_kept(UUID(str(request.user.pk))) if request.user.pk else None
        return place or str(super().get_login_redirect_url(request))

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **more: Any) -> HttpResponse:
        note(UUID(str(user.pk)), "signin.signed_in", Event.SIGN_IN)
        response: HttpResponse = super().post_login(request, user, **more)
        return response

    def logout(self, request: HttpRequest) -> None:
        if request.user.pk:
            note(UUID(str(request.user.pk)), "signin.signed_out", Event.SIGN_OUT)
        super().logout(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            note_failure(str(credentials.get("email", "")), "signin.locked_out")
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ARG002
        note_failure(str(credentials.get("email", "")), "signin.wrong_password")

    def send_notification_mail(self, template_prefix: str, user: AbstractBaseUser, *_args: Any, **_more: Any) -> None:
        """No mail with content: what changed is in the log."""
        note(UUID(str(user.pk)), CHANGES.get(template_prefix, "signin.changed"), Event.RIGHTS)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,  # noqa: ARG002
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Our own sentence, or nothing."""
        told = message or SAID.get(message_template or "")
        if told:
            messages.add_message(request, level, str(told), extra_tags=extra_tags)

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """By the address one signs in with; allauth's own table of addresses is not in use."""
        found = self.authenticate(self.request, email=user.get_username(), password=password)
        return found is not None and found.pk == user.pk

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:  # noqa: ARG002
        return credentials.get("email", "").lower()
