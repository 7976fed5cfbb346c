"""The role pages: all, one, and the own."""

from django.urls import path

from kring.web.roles import views

urlpatterns = [
    path("", views.roles, name="roles"),
    path("ik/", views.my_roles, name="my_roles"),
    path("<slug:slug>/", views.role, name="role"),
]
