"""The page of the three consents, agreement with help, and consent of the AVG, within their dossier."""

from django.urls import path

from kring.web.consent import uses, views

urlpatterns = [
    path("dossier/<uuid:dossier>/toestemming/", uses.consents, name="data_consents"),
    path("dossier/<uuid:dossier>/toestemming/vragen/", uses.ask, name="data_consent_ask"),
    path("dossier/<uuid:dossier>/toestemming/<uuid:use>/antwoord/", uses.reply, name="data_consent_reply"),
    path("dossier/<uuid:dossier>/toestemming/<uuid:use>/opschrijven/", uses.write, name="data_consent_write"),
    path("dossier/<uuid:dossier>/toestemming/wetten/<uuid:subject>/", uses.stop_laws, name="data_consent_stop_laws"),
    path("dossier/<uuid:dossier>/instemming/", views.consents, name="consents"),
    path("dossier/<uuid:dossier>/instemming/vragen/", views.ask, name="consent_ask"),
    path("dossier/<uuid:dossier>/instemming/<uuid:consent>/antwoord/", views.reply, name="consent_reply"),
    path("dossier/<uuid:dossier>/instemming/<uuid:consent>/opschrijven/", views.write, name="consent_write"),
    path("dossier/<uuid:dossier>/instemming/<uuid:consent>/veronderstellen/", views.assumed, name="consent_assume"),
    path("dossier/<uuid:dossier>/instemming/<uuid:consent>/uitzondering/", views.excepted, name="consent_except"),
]
