"""The manual, for everybody."""

from django.urls import path

from kring.web.manual import views

urlpatterns = [
    path("", views.manual, name="manual"),
    path("<slug:slug>/", views.chapter, name="manual_chapter"),
]
