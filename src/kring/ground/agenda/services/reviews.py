"""The task to look over who has access: given by the worker in time, closed by who signs."""

from datetime import timedelta
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import override

from kring.ground.access.actor import Actor
from kring.ground.access.queries import reviews_due
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.queries.terms import last_day_of
from kring.ground.agenda.rules import REVIEW
from kring.ground.agenda.services.notices import notify
from kring.ground.shared.period import day_of

AT_LEAST = timedelta(days=14)
"""Who only now begins with this, gets time for it."""


def ask_reviews(*, actor: Actor) -> int:
    """Every organisation has one open task at its administrator. Returns how many were given."""
    given = 0
    for one in reviews_due(actor.at):
        began = day_of(one.since)
        due = max(last_day_of(REVIEW, began), actor.today + AT_LEAST)
        with connection.cursor() as cursor:
            cursor.execute(
                "select gate.ask_review(%s, %s, %s, %s)", [one.administrator, title_of(one.name), began, due]
            )
            is_new = cursor.fetchone()[0]
        if is_new:
            notify(account=one.administrator, kind=NoticeKind.TASK)
            given += 1
    return given


def close_reviews(*, actor: Actor, organisation: UUID, name: str) -> None:
    """It has been signed, whoever had the task."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.close_reviews(%s, %s, %s)", [organisation, title_of(name), actor.at])


def title_of(name: str) -> str:
    """In Dutch, whoever gives or closes it: it is also what the task is found by."""
    with override("nl"):
        return _("Loop na wie toegang heeft bij %(name)s") % {"name": name}
