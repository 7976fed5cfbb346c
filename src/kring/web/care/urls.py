"""The help of one dossier, as a page and as a sheet."""

from django.urls import path

from kring.web.care import views

urlpatterns = [
    path("", views.care, name="care"),
    path("hulp.csv", views.sheet, name="care_sheet"),
]
