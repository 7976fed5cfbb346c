"""Without a dossier in the address: whoever moves something writes with two families."""

from django.urls import path

from kring.web.moving import views

urlpatterns = [
    path("contact/<uuid:note>/", views.note, name="note_move"),
    path("document/<uuid:document>/", views.document, name="document_move"),
    path("contact/<uuid:note>/ongedaan/", views.undo_note, name="note_move_undo"),
    path("document/<uuid:document>/ongedaan/", views.undo_document, name="document_move_undo"),
]
