"""Contact notes of one dossier. Nothing of what was said stands in an address."""

from django.urls import path

from kring.web.notes import following, views

urlpatterns = [
    path("", views.notes, name="notes"),
    path("nieuw/", views.add, name="note_add"),
    path("<uuid:note>/", views.note, name="note"),
    path("<uuid:note>/verbeteren/", views.correct, name="note_correct"),
    path("<uuid:note>/intrekken/", views.withdraw, name="note_withdraw"),
    path("<uuid:note>/ongedaan/", views.undo, name="note_undo"),
    path("<uuid:note>/taak/", following.task, name="note_task"),
    path("<uuid:note>/actie/", following.action_for, name="note_action"),
]
