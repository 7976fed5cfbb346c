"""The register, one record, and its steps."""

from django.urls import path

from kring.web.breaches import views

urlpatterns = [
    path("", views.register, name="breaches"),
    path("nieuw/", views.new, name="breach_new"),
    path("<uuid:breach>/", views.record, name="breach"),
    path("<uuid:breach>/wijzigen/", views.change, name="breach_change"),
    path("<uuid:breach>/melden/", views.telling, name="breach_decide"),
    path("<uuid:breach>/sluiten/", views.closed, name="breach_close"),
]
