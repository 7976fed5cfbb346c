"""From the register to the facts of each household under its pseudonym. The same register gives the same rows."""

import hmac
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from uuid import UUID

from kring.practice.care.rules.help import Help, Stay, counted
from kring.practice.care.rules.stack import Stack, stack_of
from kring.steering.studies.models import Study, StudyCase
from kring.steering.studies.rules.naming import called, is_child, pseudonym
from kring.steering.studies.services.register import Register


@dataclass(slots=True)
class Cases:
    """What came out: the cases, which household each stands for, and how many were left out."""

    rows: list[StudyCase] = field(default_factory=list)
    households: dict[str, UUID] = field(default_factory=dict)
    left_out: int = 0


def cases_of(study: Study, register: Register, day: date, key: bytes) -> Cases:
    """Households with help running on `day`; those with a protected member are left out and counted."""
    found = Cases()
    for key_of, stays in sorted(register.stays.items()):
        helps = _running(register, stays, day)
        if not helps:
            continue
        if any(stay.person in register.protected for stay in stays if stay.period.end is None or stay.period.end > day):
            found.left_out += 1
            continue
        household = _Household(key_of, pseudonym(key, study.id, key_of), stays, _unprotected(register, helps, day))
        if household.helps:
            found.households[household.pseudonym] = household.id
            found.rows.append(_case(study, register, household, day))
    return found


@dataclass(frozen=True, slots=True)
class _Household:
    id: UUID
    pseudonym: str
    stays: list[Stay]
    helps: tuple[Help, ...]


def _running(register: Register, stays: list[Stay], day: date) -> tuple[Help, ...]:
    """All help that counts for the household, or none when nothing runs on this day."""
    people = dict.fromkeys(stay.person for stay in stays)
    helps = counted((one for person in people for one in register.helps.get(person, ())), stays)
    return helps if any(one.runs_on(day) for one in helps) else ()


def _unprotected(register: Register, helps: tuple[Help, ...], day: date) -> tuple[Help, ...]:
    """Without the help of people who lived here before and are protected now."""
    left = tuple(one for one in helps if one.person not in register.protected)
    return left if any(one.runs_on(day) for one in left) else ()


def _case(study: Study, register: Register, household: _Household, day: date) -> StudyCase:
    home = register.homes[household.id]
    here = {stay.person for stay in household.stays if stay.period.holds(day)} - register.deceased
    children = sum(is_child(register.birth_years.get(person), day) for person in here)
    case = StudyCase(
        id=UUID(bytes=hmac.digest(study.id.bytes, household.pseudonym.encode(), sha256)[:16], version=4),
        study=study,
        organisation_id=study.organisation_id,
        pseudonym=household.pseudonym,
        reference_date=day,
        municipality_code=home.municipality_code,
        municipality_name=register.municipalities.get(home.municipality_code, ""),
        area=home.area,
        area_name=register.areas.get(home.area, "") if home.area else "",
        persons=len(here),
        children=children,
        bars=_bars(register, household, here, day),
    )
    _fill(case, stack_of(household.helps, day))
    return case


def _fill(case: StudyCase, stack: Stack) -> None:
    case.laws, case.law_count = list(stack.laws), len(stack.laws)
    case.provisions, case.providers = stack.provisions, stack.providers
    case.helpers_known, case.providers_without_helper = stack.helpers, stack.providers_without_helper
    case.months_stacked = stack.months
    case.cents_known, case.cents_estimated = stack.costs.per_year, stack.costs.estimated
    case.cents_once, case.cents_declared = stack.costs.once, stack.costs.declared
    case.costs_unknown, case.costs_elsewhere = stack.costs.unknown, stack.costs.elsewhere


def _bars(register: Register, household: _Household, here: set[str], day: date) -> list[dict[str, object]]:
    """The course of help without names: who now lives here first, then who lived here."""
    people = sorted(
        {stay.person for stay in household.stays},
        key=lambda person: (person not in here, register.birth_years.get(person) or 9999, person),
    )
    names = called([(person, register.birth_years.get(person)) for person in people], day)
    return [
        {
            "who": names[one.person],
            "law": one.law,
            "product": one.product,
            "provider": register.providers.get(one.provider, ""),
            "start": one.period.start.isoformat(),
            "end": one.period.end.isoformat() if one.period.end else None,
            "helpers": len(one.helpers),
            "cost": one.cost.state.value,
            "cents_per_year": one.cost.per_year,
            "cents_once": one.cost.once,
        }
        for one in sorted(household.helps, key=lambda one: (one.period.start, one.law, one.ref))
    ]
