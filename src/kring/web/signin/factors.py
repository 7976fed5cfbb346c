"""The second factor as we use it: secrets are kept encrypted, and a professional never takes the last one away."""

from uuid import UUID

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from cryptography.fernet import Fernet
from django import forms
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kring.ground.access.queries import is_professional
from kring.web.signin.noting import note_code


class Factors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Names, secrets and what may be taken away."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _(
            "Dit is uw enige tweede stap, en voor uw werk is die verplicht. Voeg eerst een andere toe."
        ),
        "incorrect_code": _("Deze code klopt niet. Neem de code die er nu staat, of een ongebruikte herstelcode."),
    }

    def encrypt(self, text: str) -> str:
        return Fernet(settings.SIGN_IN_KEY).encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        return Fernet(settings.SIGN_IN_KEY).decrypt(encrypted_text.encode("ascii")).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Recovery codes are no factor of their own."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        if others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            return True
        return not is_professional(UUID(str(authenticator.user_id)))

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _now("Passkey %(number)s") % {"number": count + 1}

    def _get_site_name(self) -> str:
        return "Kring"


class _Tried:
    """A wrong code is a line in the log, and so is one that is not even looked at any more."""

    user: AbstractBaseUser

    def clean_code(self) -> str:
        try:
            return str(super().clean_code())  # type: ignore[misc]  # of the form that it is mixed into
        except ValidationError as wrong:
            note_code(UUID(str(self.user.pk)), locked=wrong.code == "too_many_login_attempts")
            raise


class Code(_Tried, AuthenticateForm):  # type: ignore[misc]
    """Six digits of the app, or a recovery code."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _as_code(self.fields["code"], _("De zes cijfers uit uw app. App niet bij de hand? Neem een herstelcode."))


class CodeAgain(_Tried, ReauthenticateForm):  # type: ignore[misc]
    """The same, before something about signing in changes."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _as_code(self.fields["code"], _("De zes cijfers uit uw app, of een herstelcode."))


class ActivateApp(ActivateTOTPForm):  # type: ignore[misc]
    """The first code shows that the app knows the secret."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _as_code(self.fields["code"], _("De zes cijfers die de app nu laat zien."))


class AddPasskey(AddWebAuthnForm):  # type: ignore[misc]
    """A name, and whether it opens Kring by itself."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Naam")
        self.fields["name"].help_text = _("Zo herkent u hem later: bijvoorbeeld mijn telefoon.")
        self.fields["passwordless"] = forms.BooleanField(
            label=_("Hiermee inloggen zonder wachtwoord"),
            help_text=_("Uw telefoon of computer vraagt dan om uw vinger, gezicht of pincode."),
            required=False,
            initial=True,
        )


class NamePasskey(EditWebAuthnForm):  # type: ignore[misc]
    """Another name."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Naam")


def _as_code(field: forms.Field, help_text: object) -> None:
    field.label = _("Code")
    field.help_text = str(help_text)
    field.widget.attrs |= {"inputmode": "text", "placeholder": "", "spellcheck": "false"}
