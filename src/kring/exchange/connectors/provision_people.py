"""Who a case without BSN and given names is about: surname, birth, postcode and number of just one person."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from kring.practice.households.models import Person, PersonAddress, PersonIdentity
from kring.practice.households.rules.facts import PersonFacts
from kring.practice.households.rules.names import plain

Key = tuple[str, str, str, str]


def by_surname(controller: UUID, facts: Iterable[PersonFacts]) -> dict[int, UUID]:
    """By line of the file; twins are two, so they are not found. A number of queries that does not grow."""
    asked = {each.line: key for each in facts if (key := _key_of(each)) is not None}
    if not asked:
        return {}
    people = _people(controller, {postcode for _surname, _born, postcode, _number in asked.values()})
    return {line: people[key][0] for line, key in asked.items() if len(people.get(key, ())) == 1}


def _key_of(facts: PersonFacts) -> Key | None:
    born, address = facts.birth.exact, facts.address
    if facts.bsn or facts.name.given or born is None or address is None:
        return None
    return plain(facts.name.own.name), born.isoformat(), address.postcode, address.number


def _people(controller: UUID, postcodes: Iterable[str]) -> dict[Key, list[UUID]]:
    places = PersonAddress.objects.filter(postcode__in=set(postcodes), ended_on=None, subject__controller=controller)
    at_home = list(places.values_list("subject_id", "postcode", "number").distinct())
    subjects = {subject for subject, _postcode, _number in at_home}
    surnames = dict(Person.objects.filter(subject__in=subjects).values_list("subject_id", "surname"))
    births = {
        subject: f"{year:04}-{month:02}-{day:02}"
        for subject, year, month, day in PersonIdentity.objects.filter(
            subject__in=subjects, birth_year__isnull=False, birth_month__isnull=False, birth_day__isnull=False
        ).values_list("subject_id", "birth_year", "birth_month", "birth_day")
    }
    found: dict[Key, list[UUID]] = defaultdict(list)
    for subject, postcode, number in at_home:
        if subject in births and subject in surnames:
            found[plain(surnames[subject]), births[subject], postcode, number].append(subject)
    return found
