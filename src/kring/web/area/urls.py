"""Areas and their figures."""

from django.urls import path

from kring.web.area import providers, views

urlpatterns = [
    path("", views.areas, name="areas"),
    path("cijfers.csv", views.export, name="area_export"),
    path("aanbieders/", providers.providers, name="provider_figures"),
    path("aanbieders/cijfers.csv", providers.export, name="provider_export"),
    path("tellen/", views.count, name="area_count"),
    path("<uuid:area>/", views.area, name="area"),
]
