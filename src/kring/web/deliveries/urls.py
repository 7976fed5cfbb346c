"""Deliveries by their random id; the review list has its own addresses."""

from django.urls import path

from kring.web.deliveries import reviews, views

urlpatterns = [
    path("", views.deliveries, name="deliveries"),
    path("nieuw/", views.bring, name="delivery_new"),
    path("beoordelen/", reviews.reviews, name="reviews"),
    path("beoordelen/<uuid:item>/", reviews.review, name="review"),
    path("<uuid:delivery>/", views.delivery, name="delivery"),
    path("<uuid:delivery>/terugdraaien/", views.undo, name="delivery_undo"),
]
