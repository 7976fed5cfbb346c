"""Signing in at an OpenID provider: it opens an account that is there, by a verified address, and makes none."""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import HttpRequest

from kring.ground.access.models import Login
from kring.ground.access.services import unsealed


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

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """The provider says that the address is verified, and somebody was invited on it: these belong together."""
        for address in sociallogin.email_addresses:
            login = joinable(address.email) if address.verified is True else None
            if login is not None and not sociallogin.is_existing:
                sociallogin.connect(request, login)


def joinable(address: str) -> Login | None:
    """Who was invited on this address, and comes in at no provider yet: a second one takes nobody over."""
    login = Login.objects.filter(email=address.lower()).first()
    if login is None or SocialAccount.objects.filter(user_id=login.pk).exists():
        return None
    return login
