"""A file in which nothing happened since a day long ago: as if the years had passed."""

from datetime import date
from uuid import UUID

from django.db import connection

from tests.rights.everything import without_constraints

CLOSED = """
update access_dossier set state = 'closed', opened_on = %(day)s, closed_on = %(day)s where id = %(file)s;
update leads_lead set started_at = %(day)s, ended_at = %(day)s::date + 1 where dossier_id = %(file)s;
update plans_planversion set agreed_on = %(day)s where dossier_id = %(file)s;
update documents_document set added_at = %(day)s where dossier_id = %(file)s;
update leads_familyanswer set written_at = %(day)s where dossier_id = %(file)s;
update audit_change set at = %(day)s where dossier = %(file)s
   or subject in (select subject_id from access_dossiersubject where dossier_id = %(file)s);
"""


def closed_since(dossier: UUID, day: date) -> None:
    """Past the services: no service can make years pass."""
    with without_constraints(), connection.cursor() as cursor:
        cursor.execute(CLOSED, {"file": dossier, "day": day})


def changed(dossier: UUID, day: date) -> None:
    with without_constraints(), connection.cursor() as cursor:
        cursor.execute("update audit_change set at = %s where dossier = %s", [day, dossier])
