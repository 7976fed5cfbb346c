"""The investigations that somebody works on."""

from django.urls import path

from kring.web.wmo import views

urlpatterns = [path("", views.mine, name="wmo_mine")]
