"""What is familiar to one family."""

from django.urls import path

from kring.web.ownstory.familiar import FAMILIAR
from kring.web.ownstory.telling import correcting, page_of, undoing, withdrawing

urlpatterns = [
    path("", page_of(FAMILIAR), name="familiar"),
    path("<uuid:familiar>/wijzigen/", correcting(FAMILIAR), name="familiar_correct"),
    path("<uuid:familiar>/intrekken/", withdrawing(FAMILIAR), name="familiar_withdraw"),
    path("<uuid:familiar>/ongedaan/", undoing(FAMILIAR), name="familiar_undo"),
]
