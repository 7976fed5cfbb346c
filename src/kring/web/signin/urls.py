"""Everything below `account/`: our pages, and allauth's in our shell. What we do not use is not there."""

from allauth.urls import urlpatterns as allauth_urls
from django.urls import path

from kring.web.signin import links, openid, views
from kring.web.signin.housing import housed

urlpatterns = [
    path("", views.my_account, name="my_account"),
    path("bewaard/<uuid:kept>/weggooien/", views.discard_kept, name="kept_discard"),
    path("signup/", views.absent, name="account_signup"),
    path("email/", views.absent, name="account_email"),
    path("confirm-email/", views.absent, name="account_email_verification_sent"),
    path("login/code/confirm/", views.absent, name="account_confirm_login_code"),
    path("password/reset/", links.forgotten, name="account_reset_password"),
    path("password/reset/done/", links.underway, name="account_reset_password_done"),
    path("password/reset/key/done/", views.absent, name="account_reset_password_from_key_done"),
    path("uitnodiging/<str:link>/", links.invitation, name="invitation"),
    path("3rdparty/", views.absent, name="socialaccount_connections"),
    path("3rdparty/signup/", views.absent, name="socialaccount_signup"),
    path("oidc/<str:provider_id>/login/", openid.go_to_provider, name="openid_connect_login"),
    path("oidc/<str:provider_id>/login/callback/", openid.back_from_provider, name="openid_connect_callback"),
    *housed(allauth_urls),
]
