"""Lists, one list with its steps, and its record."""

from django.urls import path

from kring.web.destruction import deciding, views

urlpatterns = [
    path("", views.overview, name="destruction"),
    path("opmaken/<uuid:organisation>/", views.ask, name="destruction_ask"),
    path("<uuid:made>/", views.one, name="destruction_list"),
    path("<uuid:made>/lijst.csv", views.sheet, name="destruction_sheet"),
    path("<uuid:made>/verklaring/", views.record, name="destruction_record"),
    path("<uuid:made>/goedkeuren/", deciding.approved, name="destruction_approve"),
    path("<uuid:made>/uitvoeren/", deciding.carried_out, name="destruction_carry_out"),
    path("regel/<uuid:line>/bewaren/", deciding.kept, name="destruction_keep"),
]
