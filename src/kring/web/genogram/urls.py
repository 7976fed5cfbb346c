"""The genogram, below its dossier."""

from django.urls import path

from kring.web.genogram import views

urlpatterns = [
    path("", views.genogram, name="genogram"),
    path("band/<uuid:tie>/ongedaan/", views.undo, name="genogram_undo"),
]
