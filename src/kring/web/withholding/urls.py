"""Withholding in one dossier."""

from django.urls import path

from kring.web.withholding import views

urlpatterns = [
    path("", views.withheld, name="withheld"),
    path("<uuid:withholding>/mening/", views.opinion, name="withholding_opinion"),
    path("<uuid:withholding>/langer/", views.longer, name="withholding_longer"),
    path("<uuid:withholding>/geven/", views.finish, name="withholding_end"),
]
