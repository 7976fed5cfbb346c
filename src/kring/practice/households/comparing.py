"""People of the register in the form in which the cascade compares them, looked up by whole births and whole homes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from kring.practice.households.models import Person, PersonAddress, PersonBsn, PersonIdentity
from kring.practice.households.rules.births import Birth
from kring.practice.households.rules.cascade import Traits

RowT = TypeVar("RowT", PersonIdentity, PersonAddress)
NOWHERE = ("", "")


def near(controller: UUID, asked: Iterable[Traits], *, without_bsn: bool = False) -> set[UUID]:
    """Everyone who shares a whole birth or a whole home with somebody who is asked for. Two queries at most."""
    wanted = list(asked)
    found: set[UUID] = set()
    if born := _any(_born(one.birth) for one in wanted if one.birth.exact):
        found.update(_own(PersonIdentity.objects.filter(born), controller, without_bsn=without_bsn))
    if homes := _any(Q(postcode=one.home[0], number=one.home[1]) for one in wanted if one.home):
        found.update(_own(PersonAddress.objects.filter(homes, ended_on=None), controller, without_bsn=without_bsn))
    return found


def traits(subjects: Collection[UUID]) -> dict[UUID, tuple[Traits, ...]]:
    """Of each person once for every home where he is registered now. Three queries."""
    births = {
        subject: (Birth(year, month, day), sex)
        for subject, year, month, day, sex in PersonIdentity.objects.filter(subject__in=subjects).values_list(
            "subject_id", "birth_year", "birth_month", "birth_day", "sex"
        )
    }
    homes: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
    lived = PersonAddress.objects.filter(subject__in=subjects, ended_on=None).exclude(postcode="")
    for subject, postcode, number in lived.values_list("subject_id", "postcode", "number"):
        homes[subject].add((postcode, number))
    names = Person.objects.filter(subject__in=subjects).values_list(
        "subject_id", "first_names", "prefix", "surname", "display_name"
    )
    return {
        subject: _facets(_surnames(given, prefix, surname, shown), given, births.get(subject), homes.get(subject))
        for subject, given, prefix, surname, shown in names
    }


def _facets(
    surnames: str, given: str, born: tuple[Birth, str] | None, homes: Iterable[tuple[str, str]] | None
) -> tuple[Traits, ...]:
    birth, sex = born or (Birth(), "")
    return tuple(Traits.of(surnames, given, birth, home, sex) for home in sorted(homes or [NOWHERE]))


def _surnames(given: str, prefix: str, surname: str, shown: str) -> str:
    """The own surname, and the partner's as it is used: it stands in the name that is shown."""
    used = shown.removeprefix(given.partition(" ")[0]).strip() if given else shown
    return f"{prefix} {surname}-{used}"


def _born(birth: Birth) -> Q:
    return Q(birth_year=birth.year, birth_month=birth.month, birth_day=birth.day)


def _any(conditions: Iterable[Q]) -> Q | None:
    distinct: Sequence[Q] = list(dict.fromkeys(conditions))
    return reduce(or_, distinct) if distinct else None


def _own(rows: "QuerySet[RowT]", controller: UUID, *, without_bsn: bool) -> Iterable[UUID]:
    own = rows.filter(subject__controller=controller)
    if without_bsn:
        own = own.exclude(subject__in=PersonBsn.objects.filter(controller=controller).values("subject_id"))
    return own.values_list("subject_id", flat=True)
