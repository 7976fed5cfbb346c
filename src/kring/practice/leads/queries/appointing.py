"""Who can be chosen: the colleagues of the municipality that is responsible for the dossier."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.db.models.expressions import RawSQL

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.practice.leads.rules import sort_key


@dataclass(frozen=True, slots=True)
class Candidate:
    """A colleague as a choice in a list."""

    account: UUID
    name: str
    function: str
    team: str


def candidates(actor: Actor) -> tuple[Candidate, ...]:
    """Everyone in service whom the actor sees as a colleague, by name. One query.

    Not who administers: rights over accounts, data or the log never go with the content of a dossier.
    """
    note_read(Part.STAFF)
    in_service = Q(staff__ended_on=None) | Q(staff__ended_on__gt=actor.today)
    people = Account.objects.filter(in_service, staff__isnull=False, staff__started_on__lte=actor.today)
    rows = people.exclude(id__in=RawSQL("select leads.only_administer()", ()))
    found = (
        Candidate(account, name, function, team or "")
        for account, name, function, team in rows.order_by("id").values_list(
            "id", "display_name", "function", "staff__team__name"
        )
    )
    return tuple(sorted(found, key=lambda one: sort_key(one.name)))
