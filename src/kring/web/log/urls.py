"""The own log, and the review by the privacy officer."""

from django.urls import path

from kring.web.log import views

urlpatterns = [
    path("wie-keek/", views.own, name="own_log"),
]
