"""Studies, their households under pseudonym, and objections to research."""

from django.urls import path

from kring.web.study import cases, views

urlpatterns = [
    path("", views.studies, name="studies"),
    path("nieuw/", views.new, name="study_new"),
    path("bezwaar/", views.objection, name="study_objection"),
    path("<uuid:study>/", views.study, name="study"),
    path("<uuid:study>/goedkeuren/", views.approve, name="study_approve"),
    path("<uuid:study>/namen/", views.names, name="study_names"),
    path("<uuid:study>/namen/weg/", views.remove, name="study_name_removed"),
    path("<uuid:study>/beeindigen/", views.end, name="study_end"),
    path("<uuid:study>/peildatum/", views.count, name="study_count"),
    path("<uuid:study>/lijst.csv", cases.sheet, name="study_sheet"),
    path("<uuid:study>/huishouden/<uuid:case>/", cases.case, name="study_case"),
    path("<uuid:study>/huishouden/<uuid:case>/op-naam/", cases.name, name="study_name"),
]
