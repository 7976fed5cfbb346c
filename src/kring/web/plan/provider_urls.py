"""Where a provider without an account answers: a link that tells nothing."""

from django.urls import path

from kring.web.plan import provider_link

urlpatterns = [
    path("bedankt/", provider_link.thanks, name="provider_thanks"),
    path("<str:link>/", provider_link.answer, name="provider_link"),
]
