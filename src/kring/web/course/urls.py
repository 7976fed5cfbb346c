"""The course of a family, below its dossier."""

from django.urls import path

from kring.web.course import asking_again, closing, evaluating, pausing, views

urlpatterns = [
    path("", views.course, name="course"),
    path("terugblik/", views.look_back, name="course_look_back"),
    path("terugblik/brief.pdf", views.letter, name="course_letter"),
    path("nu/", evaluating.evaluating, name="evaluation_add"),
    path("nu/eerst-de-kring/<uuid:step>/", asking_again.asking_again, name="informal_again"),
    path("gesprek/<uuid:evaluation>/intrekken/", evaluating.withdraw, name="evaluation_withdraw"),
    path("rust/", pausing.pausing, name="course_pause"),
    path("verder/", pausing.resume, name="course_go_on"),
    path("afsluiten/", closing.closing, name="course_close"),
    path("afsluiten/ongedaan/", closing.undo, name="course_close_undo"),
    path("heropenen/", closing.reopening, name="course_reopen"),
    path("nazorg/<uuid:contact_after>/", closing.after_care, name="after_care"),
]
