"""The questions of the table, below their dossier."""

from django.urls import path

from kring.web.kitchen import doing, light, reading, telling

urlpatterns = [
    path("", reading.start, name="kitchen"),
    path("wie/", telling.here, name="kitchen_here"),
    path("vraag/", telling.question, name="kitchen_question"),
    path("goed/", telling.strengths, name="kitchen_strengths"),
    path("zorgen/", telling.concerns, name="kitchen_concerns"),
    path("droom/", telling.dream, name="kitchen_dream"),
    path("doel/", doing.goal, name="kitchen_goal"),
    path("doel/<uuid:goal>/", doing.goal, name="kitchen_goal_of"),
    path("doen/", doing.do_first, name="kitchen_do"),
    path("doen/<uuid:goal>/", doing.do, name="kitchen_do_of"),
    path("cijfer/", doing.figure_first, name="kitchen_figure"),
    path("cijfer/<uuid:goal>/", doing.figure, name="kitchen_figure_of"),
    path("terugkijken/", telling.look_back, name="kitchen_look_back"),
    path("kort/", light.light, name="kitchen_light"),
    path("voorlezen/", reading.read, name="kitchen_read"),
    path("eens/", reading.agree, name="kitchen_agree"),
]
