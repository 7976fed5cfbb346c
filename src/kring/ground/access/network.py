"""The keys to who stands round a family: the circle and the family tie, for who reads the circle at all.

Who is hidden from a reader has no key for that reader, so no table and no page tells that this person is there.
"""

from collections.abc import Iterator
from uuid import UUID

from kring.ground.access.facts import Facts
from kring.ground.access.keys import Span, pair_key
from kring.ground.access.models import Hidden
from kring.ground.access.parts import Part
from kring.ground.access.roles import Role


def hidden_in(dossier: UUID) -> dict[UUID, dict[UUID, list[Span]]]:
    """By reader: who of the circle is left out, and when."""
    found: dict[UUID, dict[UUID, list[Span]]] = {}
    for row in Hidden.objects.filter(dossier_id=dossier):
        found.setdefault(row.reader_id, {}).setdefault(row.subject_id, []).append(Span(row.started_at, row.ended_at))
    return found


def network_keys(
    facts: Facts, role: Role, span: Span, hidden: dict[UUID, list[Span]]
) -> Iterator[tuple[Part, UUID, int, Span]]:
    """`hidden`: from this reader."""
    if Part.NETWORK not in role.parts:
        return
    for subject, membership in facts.network.items():
        when = span.within(membership)
        for left in when.without(hidden.get(subject, ())) if when else ():
            yield Part.NETWORK, pair_key(facts.dossier, subject), role.parts[Part.NETWORK], left
            if Part.RELATION in role.parts:
                yield Part.RELATION, subject, role.parts[Part.RELATION], left
