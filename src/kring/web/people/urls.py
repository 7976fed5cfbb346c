"""The people of one dossier, below it. Nobody's name stands in an address."""

from django.urls import path

from kring.web.people import access, joining, views

urlpatterns = [
    path("", views.people, name="people"),
    path("erbij/", joining.add, name="joining_add"),
    path("meewerken/<uuid:account>/stoppen/", joining.end, name="joining_end"),
    path("<uuid:subject>/toevoegen/", views.add, name="contact_add"),
    path("<uuid:subject>/uitnodigen/", access.invite, name="member_invite"),
    path("<uuid:subject>/toegang-stoppen/", access.end, name="member_end"),
    path("bereikbaar/<uuid:contact>/", views.correct, name="contact"),
    path("bereikbaar/<uuid:contact>/stoppen/", views.end, name="contact_end"),
    path("bereikbaar/<uuid:contact>/ongedaan/", views.undo, name="contact_undo"),
]
