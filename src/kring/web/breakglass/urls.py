"""The emergency button and the judgement of its use."""

from django.urls import path

from kring.web.breakglass import views

urlpatterns = [
    path("noodknop/", views.emergency, name="emergency"),
    path("toezicht/noodknop/", views.queue, name="emergencies"),
    path("toezicht/inzage/<uuid:dossier>/", views.oversee, name="oversee"),
    path("toezicht/noodknop/<uuid:emergency>/", views.judged, name="emergency_judge"),
]
