"""Notices, and in the demo the mails that would have been sent."""

from django.urls import path

from kring.web.notices import views

urlpatterns = [
    path("", views.notices, name="notices"),
    path("<uuid:notice>/", views.follow, name="notice_follow"),
    path("gelezen/", views.read, name="notices_read"),
    path("uit/", views.outbox, name="outbox"),
]
