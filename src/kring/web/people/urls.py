"""The people of one dossier, below it. Nobody's name stands in an address."""

from django.urls import path

from kring.web.people import access, authority, joining, views

urlpatterns = [
    path("", views.people, name="people"),
    path("erbij/", joining.add, name="joining_add"),
    path("meewerken/<uuid:account>/stoppen/", joining.end, name="joining_end"),
    path("gezag/<uuid:told>/nagekeken/", authority.check, name="authority_check"),
    path("gezag/<uuid:told>/intrekken/", authority.withdraw, name="authority_withdraw"),
    path("<uuid:subject>/gezag/", authority.tell, name="authority_tell"),
    path("<uuid:subject>/toevoegen/", views.add, name="contact_add"),
    path("<uuid:subject>/uitnodigen/", access.invite, name="member_invite"),
    path("<uuid:subject>/toegang-stoppen/", access.end, name="member_end"),
    path("bereikbaar/<uuid:contact>/", views.correct, name="contact"),
    path("bereikbaar/<uuid:contact>/stoppen/", views.end, name="contact_end"),
    path("bereikbaar/<uuid:contact>/ongedaan/", views.undo, name="contact_undo"),
]
