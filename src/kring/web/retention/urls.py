"""How long what is kept."""

from django.urls import path

from kring.web.retention import views

urlpatterns = [path("", views.terms, name="retention")]
