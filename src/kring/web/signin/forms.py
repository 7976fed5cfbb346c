"""allauth's forms with our labels; what they check stays theirs. And our own, for who comes in by a link."""

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm, SetPasswordForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Login

LENGTH = _("Ten minste 12 tekens. Een zin van een paar woorden is makkelijk te onthouden en moeilijk te raden.")


class SignIn(LoginForm):  # type: ignore[misc]  # allauth has no types
    """Address and password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mailadres")
        self.fields["password"].label = _("Wachtwoord")
        self.fields["password"].help_text = ""


class ChangePassword(ChangePasswordForm):  # type: ignore[misc]
    """The old one, and the new one twice."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Huidig wachtwoord")
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].label = _("Nieuw wachtwoord")
        self.fields["password1"].help_text = LENGTH
        self.fields["password2"].label = _("Nieuw wachtwoord, nog een keer")


class SetPassword(SetPasswordForm):  # type: ignore[misc]
    """For an account that entered another way until now."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Nieuw wachtwoord")
        self.fields["password1"].help_text = LENGTH
        self.fields["password2"].label = _("Nieuw wachtwoord, nog een keer")


class Reauthenticate(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something about signing in changes."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Wachtwoord")
        self.fields["password"].help_text = ""


class ChoosePassword(forms.Form):
    """Behind a link: a password, twice."""

    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=LENGTH,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Wachtwoord, nog een keer"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: QueryDict | None = None, *, email: str) -> None:
        super().__init__(data)
        self.email = email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, Login(email=self.email))
        return password

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if self.cleaned_data.get("password", again) != again:
            raise ValidationError(_("Dit is niet twee keer hetzelfde wachtwoord."))
        return again


class Address(forms.Form):
    """Where the link for a new password goes."""

    email = forms.EmailField(label=_("E-mailadres"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))
