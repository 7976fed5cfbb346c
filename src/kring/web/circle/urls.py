"""The circle, below its dossier."""

from django.urls import path

from kring.web.circle import undoing, views

urlpatterns = [
    path("", views.circle, name="circle"),
    path("<uuid:somebody>/ongedaan/", undoing.undo, name="circle_undo"),
]
