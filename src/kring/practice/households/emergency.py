"""Break-glass begins with a person: by full name and birth date, in the municipalities where one has a task."""

from datetime import date
from uuid import UUID

from django.db import DatabaseError, connection
from django.utils.translation import gettext as _
from psycopg import Error

from kring.ground.shared.verdict import Refused


def emergency_dossier(name: str, born: date, reason: str) -> UUID | None:
    """Exactly one, or none. The database records the search, also when it finds nobody."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select gate.emergency_dossier(%s, %s, %s)", [name, born, reason])
            found: UUID | None = cursor.fetchone()[0]
    except DatabaseError as problem:
        cause = problem.__cause__
        if isinstance(cause, Error) and cause.sqlstate == "KR002":
            raise Refused(_("U hebt het afgelopen uur vijf keer gezocht. Bel de aandachtsfunctionaris.")) from problem
        raise
    return found


def tell_emergency(dossier: UUID) -> None:
    """Who leads, and the privacy officer: that the glass was broken, never why."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.tell_emergency(%s)", [dossier])
