"""The conversation with an OpenID provider (OpenID Connect Core 3.1.3.7), stricter than allauth's own.

The answer belongs to this very question (nonce), comes from the provider that was chosen (issuer), is signed by it,
and nothing of it is taken from another address than the ones that it gave.
"""

from hmac import compare_digest
from secrets import token_urlsafe
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse
from requests import RequestException

from kring.ground.access.services import is_safe_place
from kring.web.kit.pages import public
from kring.web.signin.housing import in_shell

ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
SIGNED = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""With the key of the provider alone: a token signed with a secret that Kring has too, proves nothing."""


class Conversation(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth has no types
    """What is asked of the provider, and what is believed of its answer."""

    nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        config: dict[str, Any] = super().openid_config
        chosen = str(self.get_provider().app.settings["server_url"])
        if str(config.get("issuer", "")).rstrip("/") != chosen.rstrip("/"):
            raise OAuth2Error("The issuer is not the provider that was chosen.")
        if not all(is_safe_place(str(config.get(name, ""))) for name in ENDPOINTS):
            raise OAuth2Error("An address of the provider is not secure.")
        return config

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **more: Any) -> SocialLogin:
        signed = self._decode_id_token(app, str(more["response"].get("id_token", "")))
        told = self._fetch_user_info(token.token)
        if told.get("sub") != signed["sub"]:
            raise OAuth2Error("What is told about somebody is told about another.")
        return self.get_provider().sociallogin_from_response(request, {"userinfo": told, "id_token": signed})

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        try:
            claims: dict[str, Any] = jwt.decode(
                id_token,
                key=self._key_of(id_token),
                algorithms=SIGNED,
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                options={"require": ["iss", "aud", "exp", "iat", "sub", "nonce"]},
            )
        except jwt.PyJWTError as wrong:
            raise OAuth2Error("The token is not good.") from wrong
        if not self.nonce or not compare_digest(str(claims["nonce"]), self.nonce):
            raise OAuth2Error("The token answers another question.")
        return claims

    def _key_of(self, id_token: str) -> jwt.PyJWK:
        """The key that the token names; a provider with one key need not name it."""
        named = jwt.get_unverified_header(id_token).get("kid")
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = [key for key in jwt.PyJWKSet.from_dict(answer.json()).keys if named is None or key.key_id == named]
        if len(keys) != 1:
            raise OAuth2Error("It is not clear with which key the token is signed.")
        return keys[0]


class KnownProvider(OpenIDConnectProvider):  # type: ignore[misc]
    """Asks with a nonce, and takes no wishes for the question out of the address."""

    oauth2_adapter_class = Conversation

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: object = None, **_asked: object
    ) -> HttpResponse:
        nonce = token_urlsafe(32)
        answer: HttpResponse = super().redirect(
            request, process, next_url, data, auth_params={"nonce": nonce}, nonce=nonce
        )
        return answer


class _Callback(OAuth2CallbackView):  # type: ignore[misc]
    """The nonce lies in the session, beside the state."""

    def _get_state(self, request: HttpRequest, provider: KnownProvider) -> tuple[dict[str, Any] | None, Any]:
        state, answer = super()._get_state(request, provider)
        self.adapter.nonce = str((state or {}).get("nonce", ""))
        return state, answer


def _through(view: type[OAuth2LoginView | OAuth2CallbackView], request: HttpRequest, code: str) -> HttpResponse:
    conversation = Conversation(request, code)
    try:
        answer: HttpResponse = view.adapter_view(conversation)(request)
    except SocialApp.DoesNotExist as unknown:
        raise Http404 from unknown
    except (OAuth2Error, RequestException) as failed:
        answer = render_authentication_error(request, conversation.get_provider(), exception=failed)
    return answer


@public
def _go(request: HttpRequest, provider_id: str) -> HttpResponse:
    return _through(OAuth2LoginView, request, provider_id)


@public
def _return(request: HttpRequest, provider_id: str) -> HttpResponse:
    return _through(_Callback, request, provider_id)


go_to_provider = in_shell(_go)
back_from_provider = in_shell(_return)
