"""The own rights, those of a family for who works with it, and the requests of the privacy officer."""

from django.urls import path

from kring.web.rights import family, own, requests

urlpatterns = [
    path("mijn-rechten/", own.rights, name="own_rights"),
    path("mijn-rechten/opvragen/<int:number>/", own.ask, name="own_ask"),
    path("mijn-rechten/verbeteren/<int:number>/", own.correct, name="own_correct"),
    path("mijn-rechten/vernietigen/<int:number>/", own.delete, name="own_delete"),
    path("mijn-rechten/onderzoek/<int:number>/", own.objection, name="own_objection"),
    path("mijn-rechten/pakket/<uuid:asked>/", own.fetch, name="own_package"),
    path("dossier/<uuid:dossier>/rechten/", family.rights, name="family_rights"),
    path("dossier/<uuid:dossier>/rechten/onderzoek/<uuid:subject>/", family.objection, name="family_objection"),
    path("toezicht/verzoeken/", requests.listing, name="requests"),
    path("toezicht/verzoeken/nieuw/", requests.new, name="request_new"),
    path("toezicht/verzoeken/<uuid:asked>/", requests.one, name="request"),
    path("toezicht/verzoeken/<uuid:asked>/identiteit/", requests.identity, name="request_identity"),
    path("toezicht/verzoeken/<uuid:asked>/verlengen/", requests.longer, name="request_extend"),
    path("toezicht/verzoeken/<uuid:asked>/besluit/", requests.decided, name="request_decide"),
    path("toezicht/verzoeken/<uuid:asked>/intrekken/", requests.withdrawn, name="request_withdraw"),
    path("toezicht/verzoeken/<uuid:asked>/pakket/", requests.fetch, name="request_package"),
]
