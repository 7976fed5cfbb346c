"""The families that somebody works with, and each one's overview. Ids are random; nothing here names anybody."""

from django.urls import path

from kring.web.family import appointing, deciding, sharing, views

urlpatterns = [
    path("gezinnen/", views.families, name="families"),
    path("dossier/<uuid:dossier>/", views.family, name="family"),
    path("dossier/<uuid:dossier>/regisseur/", appointing.appoint, name="family_appoint"),
    path("dossier/<uuid:dossier>/delen/", sharing.share, name="family_share"),
    path("dossier/<uuid:dossier>/delen/nieuw/", deciding.share_new, name="family_share_new"),
    path("dossier/<uuid:dossier>/delen/<uuid:decision>/stoppen/", deciding.stop, name="family_share_stop"),
    path("dossier/<uuid:dossier>/delen/<uuid:decision>/weer/", deciding.again, name="family_share_again"),
    path("dossier/<uuid:dossier>/delen/<uuid:decision>/antwoord/", deciding.reply, name="family_share_reply"),
    path("dossier/<uuid:dossier>/delen/<uuid:subject>/<slug:law>/", sharing.answer, name="family_answer"),
]
