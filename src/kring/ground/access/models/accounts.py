"""Sign-in comes before the actor, so `Login` is open to the application and holds no tie to a family."""

import uuid
from collections.abc import Iterator

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models.anchors import Subject
from kring.ground.organisations.models import Organisation, Staff


class Logins(BaseUserManager["Login"]):
    """Finds logins by e-mail address; Django's sign-in asks for this by name."""

    def create_user(self, email: str, password: str | None = None) -> "Login":
        login = self.model(email=self.normalize_email(email).lower())
        login.set_password(password)
        login.save(using=self._db)
        return login


class Login(AbstractBaseUser):
    """An address and a password. What the person may do hangs on the account with the same id."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mailadres"), unique=True)
    is_active = models.BooleanField(_("in gebruik"), default=True)
    language = models.CharField(_("taal"), max_length=5, default="nl")
    session_round = models.PositiveIntegerField(_("ronde van sessies"), default=0)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = Logins()

    personal = ("email", "password", "last_login", "language")
    plain = ("id", "is_active", "session_round")

    class Meta:
        verbose_name = _("aanmeldnaam")
        verbose_name_plural = _("aanmeldnamen")

    def __str__(self) -> str:
        return self.email

    def get_session_auth_hash(self) -> str:
        """A session holds as long as the password and the round in which it began: a new round ends them all."""
        salt = f"kring.session.{self.session_round}"
        return salted_hmac(salt, self.password, algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Another secret ends every session."""
        yield from ()


class AccountKind(models.TextChoices):
    ACCOUNT = "account", _("account")
    INVITATION = "invitation", _("uitnodiging")
    PUBLIC = "public", _("openbaar")
    SYSTEM = "system", _("systeem")


class Account(models.Model):
    """Who acts: a professional (then `staff`) or a member of a family (then `subject`). Same id as the login."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("soort"), max_length=12, choices=AccountKind, default=AccountKind.ACCOUNT)
    staff = models.OneToOneField(
        Staff, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("medewerker")
    )
    subject = models.OneToOneField(
        Subject, models.PROTECT, related_name="account", null=True, blank=True, verbose_name=_("persoon")
    )
    display_name = models.CharField(_("naam op het scherm"), max_length=120)
    function = models.CharField(_("functie"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("organisatie")
    )

    personal = ("display_name", "subject")
    plain = ("id", "kind", "staff", "function", "organisation")

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(staff=None) | models.Q(subject=None), name="account_is_staff_or_family"
            )
        ]

    def __str__(self) -> str:
        return self.display_name


class RoleAssignment(models.Model):
    """A role in an organisation, with its period and ground."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="roles", verbose_name=_("account"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("organisatie"))
    role = models.CharField(_("rol"), max_length=30)
    started_at = models.DateTimeField(_("vanaf"))
    ended_at = models.DateTimeField(_("tot"), null=True, blank=True)
    ground = models.CharField(_("grond"), max_length=400)

    personal = ("account", "ground")
    plain = ("id", "organisation", "role", "started_at", "ended_at")

    class Meta:
        verbose_name = _("rol van een account")
        verbose_name_plural = _("rollen van accounts")

    def __str__(self) -> str:
        return self.role
