"""Signing in at an OpenID provider: it opens an account that is there, by a verified address, and makes none."""

from uuid import UUID

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import HttpRequest
from requests import Session

from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import AccountKind, Login
from kring.ground.access.queries import works_at
from kring.ground.access.services import organisation_of, unsealed
from kring.ground.shared import clock
from kring.web.signin.openid import KnownProvider


@receiver(pre_save, sender=SocialAccount)
def keep_nothing_more(instance: SocialAccount, **_more: object) -> None:
    """Of what the provider tells only the link itself is kept: names, groups and pictures are not ours."""
    instance.extra_data = {}


class Providers(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """The rows that the administrator made, with their secrets opened."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        return False

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        apps: list[SocialApp] = super().list_apps(request, provider=provider, client_id=client_id)
        for app in apps:
            app.secret = unsealed(app)
        return apps

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> KnownProvider:
        """There is one kind; each row of it has an own code."""
        return KnownProvider(request, app=self.get_app(request, provider=provider, client_id=client_id))

    def get_requests_session(self) -> Session:
        """What the provider is asked, it answers itself: nobody is followed to another address."""
        session: Session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """The provider says that the address is verified, and somebody was invited on it: these belong together."""
        app = self.get_app(request, provider=sociallogin.account.provider)
        if sociallogin.is_existing and not may_open(app, sociallogin.user.pk):
            raise PermissionDenied
        for address in sociallogin.email_addresses:
            login = joinable(address.email) if address.verified is True else None
            if login is not None and may_open(app, login.pk) and not sociallogin.is_existing:
                sociallogin.connect(request, login)


def may_open(app: SocialApp, account: UUID) -> bool:
    """The provider of one organisation speaks for who works there: not for a family, nor for another's people."""
    organisation = organisation_of(app)
    if organisation is None:
        return True
    with acting(Actor(account, AccountKind.ACCOUNT, clock.now()), read_only=True):
        return works_at(account, organisation)


def joinable(address: str) -> Login | None:
    """Who was invited on this address, and comes in at no provider yet: a second one takes nobody over."""
    login = Login.objects.filter(email=address.lower()).first()
    if login is None or SocialAccount.objects.filter(user_id=login.pk).exists():
        return None
    return login
