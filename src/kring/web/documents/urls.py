"""Documents of one dossier."""

from django.urls import path

from kring.web.documents import correcting, views

urlpatterns = [
    path("", views.documents, name="documents"),
    path("toevoegen/", views.add, name="document_add"),
    path("<uuid:document>/", views.download, name="document_download"),
    path("<uuid:document>/verbeteren/", correcting.correct, name="document_correct"),
    path("<uuid:document>/intrekken/", views.withdraw, name="document_withdraw"),
]
