"""allauth's forms with our labels; what they check stays theirs."""

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm, SetPasswordForm
from django.utils.translation import gettext_lazy as _

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
