"""Doubles by their random id."""

from django.urls import path

from kring.web.doubles import views

urlpatterns = [
    path("", views.doubles, name="doubles"),
    path("zoeken/", views.look, name="doubles_look"),
    path("<uuid:double>/", views.double, name="double"),
    path("<uuid:double>/ongedaan/", views.undo, name="double_undo"),
]
