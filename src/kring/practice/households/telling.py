"""Does a text tell a street, postcode, telephone, e-mail or school that is shielded? (BR-076) The database compares."""

from collections.abc import Mapping
from uuid import UUID

from django.db import connection


def telling(dossier: UUID | None, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the texts that do, in one statement. Without a dossier: of all that the actor works with."""
    if not texts:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(
            "select said.name from unnest(%s::text[], %s::text[]) with ordinality as said(name, words, place)"
            " where gate.tells_shielded(%s, said.words) order by said.place",
            [list(texts), list(texts.values()), dossier],
        )
        return tuple(row[0] for row in cursor.fetchall())
