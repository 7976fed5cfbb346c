"""The own log, and the review by the privacy officer."""

from django.urls import path

from kring.web.log import review_views, views

urlpatterns = [
    path("wie-keek/", views.own, name="own_log"),
    path("toezicht/log/", review_views.review, name="log_review"),
    path("toezicht/log/steekproef/", review_views.sample, name="log_sample"),
    path("toezicht/log/steekproef/gezien/", review_views.seen, name="log_seen"),
]
