"""The own pages of a family, apart from its dossier."""

from django.urls import path

from kring.web.ownplan import deeds, remarks, views

urlpatterns = [
    path("", views.mine, name="our_plans"),
    path("<uuid:dossier>/", views.plan, name="our_plan"),
    path("<uuid:dossier>/doelen/<uuid:goal>/", views.goal, name="our_goal"),
    path("<uuid:dossier>/doelen/<uuid:goal>/cijfer/", deeds.figure, name="our_figure"),
    path("<uuid:dossier>/acties/<uuid:step>/", deeds.step, name="our_step"),
    path("<uuid:dossier>/klopt-niet/<uuid:remark>/terug/", remarks.back, name="not_right_back"),
    path("<uuid:dossier>/klopt-niet/<slug:kind>/<uuid:thing>/", remarks.add, name="not_right"),
]
