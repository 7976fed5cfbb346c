"""Agreement with help, within its dossier."""

from django.urls import path

from kring.web.consent import views

urlpatterns = [
    path("dossier/<uuid:dossier>/instemming/", views.consents, name="consents"),
    path("dossier/<uuid:dossier>/instemming/vragen/", views.ask, name="consent_ask"),
    path("dossier/<uuid:dossier>/instemming/<uuid:consent>/antwoord/", views.reply, name="consent_reply"),
    path("dossier/<uuid:dossier>/instemming/<uuid:consent>/opschrijven/", views.write, name="consent_write"),
    path("dossier/<uuid:dossier>/instemming/<uuid:consent>/veronderstellen/", views.assumed, name="consent_assume"),
    path("dossier/<uuid:dossier>/instemming/<uuid:consent>/uitzondering/", views.excepted, name="consent_except"),
]
