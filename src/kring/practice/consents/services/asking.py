"""Whom a question is put to, by age and authority, and what one of them says."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.shared.verdict import Refused
from kring.practice.consents.models import Channel
from kring.practice.consents.queries.voices import Holder
from kring.practice.consents.rules.help import Capacity, Said
from kring.practice.households.models import Person, PersonIdentity
from kring.practice.leads.rules import known_age


@dataclass(frozen=True, slots=True)
class Answer:
    """What one of those who must answer said, on which day, how, and what shows it."""

    person: UUID | None
    name: str
    said: Said
    on: date
    channel: Channel
    evidence: str = ""


def age_of(subject: UUID, today: date) -> int:
    """The youngest age that fits, so that no rule for children is missed."""
    born = PersonIdentity.objects.filter(subject=subject).first()
    age = known_age(born.birth_year, born.birth_month, born.birth_day, today) if born else None
    if age is None:
        raise Refused(_("De leeftijd is niet bekend. Kijk de geboortedatum eerst na."))
    return age


def asked_of(
    subject: UUID, representative: str, capacities: frozenset[Capacity], parents: tuple[Holder, ...]
) -> list[tuple[Capacity, Holder]]:
    """Everybody who must answer, each with the capacity in which."""
    found = []
    if Capacity.SELF in capacities:
        name = Person.objects.values_list("display_name", flat=True).get(subject=subject)
        found.append((Capacity.SELF, Holder(subject, name)))
    found += [(Capacity.PARENT, parent) for parent in parents]
    if Capacity.REPRESENTATIVE in capacities:
        found.append((Capacity.REPRESENTATIVE, Holder(None, representative.strip())))
    return found
