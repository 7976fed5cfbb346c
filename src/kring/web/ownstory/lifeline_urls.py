"""The life line of one family."""

from django.urls import path

from kring.web.ownstory import lifeline

urlpatterns = [
    path("", lifeline.page_of, name="lifeline"),
    path("<uuid:moment>/wijzigen/", lifeline.correct, name="moment_correct"),
    path("<uuid:moment>/intrekken/", lifeline.withdraw, name="moment_withdraw"),
    path("<uuid:moment>/ongedaan/", lifeline.undo, name="moment_undo"),
]
