"""Searching: words and names travel in the body of a form, never in an address."""

from django.urls import path

from kring.web.search import views

urlpatterns = [
    path("", views.search, name="search"),
    path("bekend/", views.known, name="search_known"),
]
