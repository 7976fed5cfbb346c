"""The family's own plan, below its dossier."""

from django.urls import path

from kring.web.familiegroepsplan import bringing, offering, receiving, views

urlpatterns = [
    path("", views.own_plan, name="familiegroepsplan"),
    path("aanbod/", offering.offering, name="own_plan_offer"),
    path("antwoord/", offering.answering, name="own_plan_answer"),
    path("erbij/", bringing.add, name="own_plan_add"),
    path("bij-elkaar/", bringing.meeting, name="own_plan_meeting"),
    path("<uuid:contribution>/", bringing.correct, name="own_plan_correct"),
    path("<uuid:contribution>/intrekken/", bringing.withdraw, name="own_plan_withdraw"),
    path("<uuid:contribution>/ongedaan/", bringing.undo, name="own_plan_contribution_undo"),
    path("<uuid:contribution>/bestand/", bringing.download, name="own_plan_file"),
    path("inleveren/", receiving.handing_in, name="own_plan_hand_in"),
    path("oordeel/", receiving.judging, name="own_plan_judge"),
    path("nieuw-gesprek/", receiving.talking, name="own_plan_talk"),
    path("stap-ongedaan/", receiving.undo, name="own_plan_undo"),
    path("overnemen/", receiving.take_over, name="own_plan_take_over"),
]
