"""Everything of one plan, below its dossier."""

from django.urls import path

from kring.web.plan import actions, goals, scores, telling, versions, views

urlpatterns = [
    path("", views.plan, name="plan"),
    path("plan.pdf", versions.draft_pdf, name="plan_draft_pdf"),
    path("gesprek/", telling.texts, name="plan_texts"),
    path("vraag/", telling.question, name="plan_question"),
    path("vraag/<uuid:question>/intrekken/", telling.withdraw, name="question_withdraw"),
    path("familiegroepsplan/", telling.familiegroepsplan, name="plan_familiegroepsplan"),
    path("doelen/nieuw/", goals.goal_add, name="goal_add"),
    path("doelen/<uuid:goal>/", goals.goal, name="goal"),
    path("doelen/<uuid:goal>/wijzigen/", goals.goal_edit, name="goal_edit"),
    path("doelen/<uuid:goal>/stand/", goals.goal_move, name="goal_move"),
    path("doelen/<uuid:goal>/omhoog/", goals.goal_raise, name="goal_raise"),
    path("doelen/<uuid:goal>/cijfer/", scores.score_add, name="score_add"),
    path("doelen/<uuid:goal>/acties/nieuw/", actions.action_add, name="action_add"),
    path("acties/<uuid:step>/", actions.action, name="action"),
    path("acties/<uuid:step>/wijzigen/", actions.action_edit, name="action_edit"),
    path("acties/<uuid:step>/stand/", actions.action_move, name="action_move"),
    path("acties/<uuid:step>/ongedaan/", actions.action_undo, name="action_undo"),
    path("vaststellen/", versions.agree, name="plan_agree"),
    path("versies/", versions.versions, name="plan_versions"),
    path("versies/<int:number>/", versions.version, name="plan_version"),
    path("versies/<int:number>/plan.pdf", versions.version_pdf, name="plan_pdf"),
]
