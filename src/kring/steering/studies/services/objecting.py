"""An objection to research is a switch on the person: its household leaves every study at once (BR-094)."""

from datetime import date
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
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


def object_for(*, actor: Actor, subject: UUID, objects: bool) -> None:
    """By the person, who represents it, or who works with the family and writes it down. The database decides which.

    A reason is not asked, and taking it back is as easy.
    """
    with connection.cursor() as cursor:
        cursor.execute("select gate.object_for(%s, %s)", [subject, objects])
        done: bool = cursor.fetchone()[0]
    if not done:
        raise Refused(
            _("U kunt dit alleen voor uzelf doen, voor een kind over wie u het gezag hebt, of voor een gezin.")
        )
    ground = "bezwaar" if objects else "bezwaar ingetrokken"
    note_deed(
        "studies.objection_recorded", Part.PERSON_IDENTITY, subjects=[subject], ground=f"{ground} ({actor.today})"
    )
