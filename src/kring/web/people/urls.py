"""The people of one dossier, below it. Nobody's name stands in an address."""

from django.urls import path

from kring.web.people import views

urlpatterns = [
    path("", views.people, name="people"),
    path("<uuid:subject>/toevoegen/", views.add, name="contact_add"),
    path("bereikbaar/<uuid:contact>/", views.correct, name="contact"),
    path("bereikbaar/<uuid:contact>/stoppen/", views.end, name="contact_end"),
]
