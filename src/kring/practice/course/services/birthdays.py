"""Before somebody turns 12, 16, 18 or 23 whoever leads is asked to talk over what changes (BR-025)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_deed
from kring.ground.configuration.queries import value
from kring.practice.course.rules.terms import BIRTHDAY_WEEKS, BIRTHDAYS, birthday_clock, is_near
from kring.practice.leads.services import tell_lead


def tell_of_birthdays(*, actor: Actor) -> int:
    """By the installation: a task per person and birthday, once. Returns how many."""
    told = 0
    for dossier, controller, whose, age, day in _coming(actor.today):
        if is_near(day, actor.today, value(BIRTHDAY_WEEKS.code, controller)):
            is_told = tell_lead(actor=actor, dossier=dossier, clock=birthday_clock(age), due_on=day, subject=whose)
            if is_told:
                note_deed("course.birthday_told", Part.PLAN, dossier=dossier, subjects=[whose])
            told += is_told
    return told


def _coming(today: date) -> list[tuple[UUID, UUID, UUID, int, date]]:
    """Dossier, municipality, person, age and day, for which there was no task yet. Nobody's name comes along."""
    until = today + timedelta(weeks=BIRTHDAY_WEEKS.highest)
    with connection.cursor() as cursor:
        cursor.execute("select * from leads.coming_birthdays(%s, %s, %s)", [list(BIRTHDAYS), today, until])
        return [(dossier, controller, whose, age, day) for dossier, controller, whose, age, day in cursor.fetchall()]
