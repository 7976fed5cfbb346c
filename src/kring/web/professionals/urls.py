"""The professionals of one dossier, below it. Nobody's name stands in an address."""

from django.urls import path

from kring.web.professionals import views, writing

urlpatterns = [
    path("", views.who_is_who, name="professionals"),
    path("erbij/", writing.add, name="party_add"),
    path("<uuid:party>/", writing.correct, name="party"),
    path("<uuid:party>/stoppen/", writing.end, name="party_end"),
    path("<uuid:party>/intrekken/", writing.withdraw, name="party_withdraw"),
    path("<uuid:party>/ongedaan/", writing.undo, name="party_undo"),
]
