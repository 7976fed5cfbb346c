"""The life line of one family."""

from django.urls import path

from kring.web.ownstory.lifeline import LIFELINE
from kring.web.ownstory.telling import correcting, page_of, undoing, withdrawing

urlpatterns = [
    path("", page_of(LIFELINE), name="lifeline"),
    path("<uuid:moment>/wijzigen/", correcting(LIFELINE), name="moment_correct"),
    path("<uuid:moment>/intrekken/", withdrawing(LIFELINE), name="moment_withdraw"),
    path("<uuid:moment>/ongedaan/", undoing(LIFELINE), name="moment_undo"),
]
