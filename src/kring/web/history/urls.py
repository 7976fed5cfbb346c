"""The history of one thing of a dossier."""

from django.urls import path

from kring.web.history import views

urlpatterns = [path("<slug:kind>/<uuid:thing>/", views.history, name="history")]
