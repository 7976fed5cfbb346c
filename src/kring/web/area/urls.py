"""Areas and their figures."""

from django.urls import path

from kring.web.area import views

urlpatterns = [
    path("", views.areas, name="areas"),
    path("cijfers.csv", views.export, name="area_export"),
    path("tellen/", views.count, name="area_count"),
    path("<uuid:area>/", views.area, name="area"),
]
