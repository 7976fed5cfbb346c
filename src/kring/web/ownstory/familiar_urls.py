"""What is familiar to one family."""

from django.urls import path

from kring.web.ownstory import familiar

urlpatterns = [
    path("", familiar.page_of, name="familiar"),
    path("<uuid:familiar>/wijzigen/", familiar.correct, name="familiar_correct"),
    path("<uuid:familiar>/intrekken/", familiar.withdraw, name="familiar_withdraw"),
    path("<uuid:familiar>/ongedaan/", familiar.undo, name="familiar_undo"),
]
