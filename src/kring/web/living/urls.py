"""Homes of one dossier, below it. Nobody's name and no address stand in an address of a page."""

from django.urls import path

from kring.web.living import stays, together, views

urlpatterns = [
    path("", views.homes, name="homes"),
    path("erbij/", stays.add, name="stay_add"),
    path("verhuizen/", together.moving, name="home_move"),
    path("uit-elkaar/", together.parting, name="home_part"),
    path("<uuid:stay>/", stays.correct, name="stay"),
    path("<uuid:stay>/stoppen/", stays.end, name="stay_end"),
    path("<uuid:stay>/intrekken/", stays.withdraw, name="stay_withdraw"),
    path("<uuid:stay>/ongedaan/", stays.undo, name="stay_undo"),
]
