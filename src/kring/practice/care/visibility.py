"""Which law's part of which person is open to whoever asks: read from the same keys as the policies of the database.

A closed part looks like no part at all: nobody learns from this whether there is help under a law.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kring.ground.access.keys import law_key
from kring.ground.access.parts import Law, Part
from kring.ground.shared.protection import Writes

Pair = tuple[UUID, Law]
LAW_OF = {law.value: law for law in Law}


@dataclass(frozen=True, slots=True)
class OpenLaws:
    """The persons with the laws that are open: their help, what it costs, and what is told of it."""

    help: frozenset[Pair]
    costs: frozenset[Pair]
    told: frozenset[Pair]
    """Of which this actor writes down what the family tells."""


def open_laws(subjects: Iterable[UUID]) -> OpenLaws:
    """For the actor of this transaction, in the dossier that it looks at."""
    pairs = {law_key(subject, law): (subject, law) for subject in subjects for law in Law}
    with connection.cursor() as cursor:
        cursor.execute(
            "select gate.keys(%s, 1), gate.keys(%s, 1), gate.writing(%s, 1, %s)",
            [Part.PROVISION, Part.PROVISION_COST, Part.TOLD_HELP, int(Writes.ALL)],
        )
        row = cursor.fetchone()
    return OpenLaws(*(frozenset(pairs[key] for key in keys if key in pairs) for keys in row))
