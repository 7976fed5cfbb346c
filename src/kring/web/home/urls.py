"""My day, and doing a step from it."""

from django.urls import path

from kring.web.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("mijn-dag/acties/<uuid:step>/gedaan/", views.action_done, name="my_action_done"),
    path("taal/", views.language, name="language"),
    path("letters/", views.letters, name="letters"),
]
