"""What may stand in no answer without a grant: names, homes and own words, taken from the database itself."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from tests.conftest import TODAY
from tests.permissions.world import superuser

SHORTEST = 8
WORDS = """
select dossier_id, null::uuid, own_words from plans_goal
union select dossier_id, null, words from plans_question
union select dossier_id, null, title from documents_document
union select id, null, label from access_dossier
union select m.dossier_id, p.subject_id, p.display_name
  from households_person p join access_dossiersubject m on m.subject_id = p.subject_id
union select m.dossier_id, a.subject_id, a.street || ' ' || a.number
  from households_personaddress a join access_dossiersubject m on m.subject_id = a.subject_id
"""
ALLOWED = """
select dossier_id, key from access_grant
 where account_id = %s and valid_from <= %s and (valid_until is null or valid_until > %s)
"""
KNOWN = "select name from organisations_staff union select display_name from access_account where staff_id is not null"


@dataclass(frozen=True, slots=True)
class Needles:
    """Each text with the dossiers and the people it belongs to."""

    dossiers: dict[str, frozenset[UUID]]
    people: dict[str, frozenset[UUID]]

    def leaks(self, answer: str, account: UUID) -> list[str]:
        """The texts in an answer that belong to no dossier and no person that this account has a grant for."""
        found = [text for text in self.dossiers if text in answer]
        if not found:
            return []
        open_dossiers, keys, register = allowed(account)
        return [
            text
            for text in found
            if not (self.dossiers[text] & open_dossiers or self.people[text] & keys or (register and self.people[text]))
        ]


def needles() -> Needles:
    dossiers: dict[str, set[UUID]] = defaultdict(set)
    people: dict[str, set[UUID]] = defaultdict(set)
    with superuser(), connection.cursor() as cursor:
        cursor.execute(KNOWN)
        public = {name for (name,) in cursor.fetchall()}
        cursor.execute(WORDS)
        for dossier, subject, text in cursor.fetchall():
            if len(text) >= SHORTEST and text not in public:
                dossiers[text].add(dossier)
                people[text] |= {subject} - {None}
    return Needles(
        {text: frozenset(ids) for text, ids in dossiers.items()},
        {text: frozenset(people[text]) for text in dossiers},
    )


def allowed(account: UUID) -> tuple[frozenset[UUID], frozenset[UUID], bool]:
    """The dossiers and keys of the grants that hold now, the own person, and whether it reviews the register."""
    with superuser(), connection.cursor() as cursor:
        cursor.execute(ALLOWED, [account, TODAY, TODAY])
        rows = cursor.fetchall()
        cursor.execute("select 1 from access_grant where account_id = %s and part = %s", [account, Part.REGISTER])
        register = cursor.fetchone() is not None
        own = Account.objects.filter(id=account).values_list("subject_id", flat=True)[0]
    return (
        frozenset(row[0] for row in rows if row[0]),
        frozenset(row[1] for row in rows) | ({own} - {None}),
        register,
    )
