"""Own statements of one dossier."""

from django.urls import path

from kring.web.ownwords import views

urlpatterns = [
    path("<slug:kind>/<uuid:thing>/", views.add, name="statement_add"),
    path("<uuid:statement>/intrekken/", views.withdraw, name="statement_withdraw"),
]
