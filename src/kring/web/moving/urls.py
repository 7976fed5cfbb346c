"""Without a dossier in the address: whoever moves something writes with two families."""

from django.urls import path

from kring.web.moving import views

urlpatterns = [
    path("contact/<uuid:note>/", views.note, name="note_move"),
    path("document/<uuid:document>/", views.document, name="document_move"),
]
