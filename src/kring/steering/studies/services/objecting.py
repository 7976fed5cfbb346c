"""An objection to research is a switch on the person: its household leaves every study at once (BR-094)."""

from datetime import date

from django.db import connection

from kring.ground.access.actor import Actor
from kring.steering.studies.policy import may_record_objection


def record_objection(*, actor: Actor, name: str, born: date, objects: bool) -> bool:
    """True when exactly one person of the municipality answers to name and birth date; else nothing is changed.

    The database looks, changes and logs: who records an objection needs to read nobody's data.
    """
    may_record_objection(actor).enforce()
    with connection.cursor() as cursor:
        cursor.execute("select gate.object_to_research(%s, %s, %s)", [name, born, objects])
        row = cursor.fetchone()
    return bool(row[0] == 1)
