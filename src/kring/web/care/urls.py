"""The help of one dossier, as a page and as a sheet, and what is told of it."""

from django.urls import path

from kring.web.care import answering, told, views

urlpatterns = [
    path("", views.care, name="care"),
    path("hulp.csv", views.sheet, name="care_sheet"),
    path("opvallend/<uuid:mark>/", answering.answer, name="care_mark"),
    path("erbij/", told.add, name="told_help_add"),
    path("<uuid:told_help>/", told.correct, name="told_help"),
    path("<uuid:told_help>/stoppen/", told.end, name="told_help_end"),
    path("<uuid:told_help>/intrekken/", told.withdraw, name="told_help_withdraw"),
    path("<uuid:told_help>/ongedaan/", told.undo, name="told_help_undo"),
]
