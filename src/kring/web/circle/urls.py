"""The circle, below its dossier."""

from django.urls import path

from kring.web.circle import ecogram, telling, undoing, views

urlpatterns = [
    path("", views.circle, name="circle"),
    path("ecogram/", ecogram.ecogram, name="ecogram"),
    path("<uuid:somebody>/brief/", telling.notice, name="circle_notice"),
    path("<uuid:somebody>/brief.pdf", telling.notice_pdf, name="circle_letter"),
    path("<uuid:somebody>/ongedaan/", undoing.undo, name="circle_undo"),
]
