"""The addresses of Beheer. Ids are random; nothing here names anybody."""

from django.urls import path

from kring.web.administration import areas, organisations, teams, views

urlpatterns = [
    path("", views.administration, name="administration"),
    path("organisaties/", organisations.organisations, name="organisations"),
    path("organisaties/nieuw/", organisations.new, name="organisation_new"),
    path("organisaties/<uuid:organisation>/", organisations.organisation, name="organisation"),
    path("organisaties/<uuid:organisation>/wijzigen/", organisations.change, name="organisation_change"),
    path("organisaties/<uuid:organisation>/beeindigen/", organisations.end, name="organisation_end"),
    path("organisaties/<uuid:organisation>/beheer/", organisations.take_up, name="organisation_take_up"),
    path("organisaties/<uuid:organisation>/teams/nieuw/", teams.new, name="team_new"),
    path("teams/<uuid:team>/wijzigen/", teams.change, name="team_change"),
    path("teams/<uuid:team>/beeindigen/", teams.end, name="team_end"),
    path("gebieden/", areas.areas, name="administration_areas"),
    path("gebieden/nieuw/", areas.new, name="administration_area_new"),
    path("gebieden/<uuid:area>/", areas.change, name="administration_area"),
    path("gebieden/<uuid:area>/beeindigen/", areas.end, name="administration_area_end"),
]
