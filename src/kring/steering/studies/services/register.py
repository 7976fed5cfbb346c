"""What a study may read of the register: no name, no BSN, no street; birth year only. As role kring_snapshot."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection

from kring.ground.access.models import Subject
from kring.ground.areas.models import Area
from kring.ground.organisations.models import Organisation
from kring.ground.shared.levels import Level
from kring.ground.shared.period import Period
from kring.practice.care.models import Provider, Provision, ProvisionCost, ProvisionState
from kring.practice.care.rules.help import Cost, CostState, Help, Stay, effective
from kring.practice.households.models import Household, HouseholdMember, PersonIdentity
from kring.steering.studies.models import Objection


@dataclass(frozen=True, slots=True)
class Home:
    """Where a household is."""

    area: UUID | None
    municipality_code: str


@dataclass(slots=True)
class Register:
    """All of one municipality, by household and by person. `protected` people take their household out."""

    homes: dict[UUID, Home]
    stays: dict[UUID, list[Stay]]
    helps: dict[str, list[Help]]
    birth_years: dict[str, int | None]
    deceased: frozenset[str]
    protected: frozenset[str]
    providers: dict[str, str] = field(default_factory=dict)
    areas: dict[UUID, str] = field(default_factory=dict)
    municipalities: dict[str, str] = field(default_factory=dict)


def read_register(controller: UUID, until: date) -> Register:
    """Help that began after `until` is left out: nobody knew of it then."""
    identities = list(
        PersonIdentity.objects.filter(subject__controller_id=controller).values_list(
            "subject_id", "birth_year", "deceased", "secrecy"
        )
    )
    homes = Household.objects.filter(controller_id=controller).values_list("id", "area", "municipality_code")
    return Register(
        homes={row[0]: Home(row[1], row[2]) for row in homes},
        stays=_stays(controller),
        helps=_helps(controller, until),
        birth_years={str(subject): year for subject, year, _deceased, _secrecy in identities},
        deceased=frozenset(str(subject) for subject, _year, deceased, _secrecy in identities if deceased),
        protected=_protected(controller) | {str(subject) for subject, _year, _deceased, secret in identities if secret},
        providers={str(key): name for key, name in Provider.objects.values_list("id", "name")},
        areas=dict(Area.objects.values_list("id", "name")),
        municipalities=dict(Organisation.objects.exclude(cbs_code="").values_list("cbs_code", "name")),
    )


def _stays(controller: UUID) -> dict[UUID, list[Stay]]:
    rows = HouseholdMember.objects.filter(household__controller_id=controller).order_by("started_on", "subject_id")
    found: dict[UUID, list[Stay]] = defaultdict(list)
    for household, subject, start, end in rows.values_list("household_id", "subject_id", "started_on", "ended_on"):
        if end is None or end > start:
            found[household].append(Stay(str(subject), Period(start, end)))
    return found


def _protected(controller: UUID) -> frozenset[str]:
    """Level 3 and 4, and who objects to research (BR-094)."""
    shielded = Subject.objects.filter(controller_id=controller, shield__gte=Level.PROTECTED).values_list(
        "id", flat=True
    )
    objecting = Objection.objects.filter(ended_on=None).values_list("subject_id", flat=True)
    return frozenset(map(str, [*shielded, *objecting]))


def _helps(controller: UUID, until: date) -> dict[str, list[Help]]:
    """What only the family told is no file of the municipality, and no part of research into files."""
    costs, helpers = _costs(controller), _helpers(controller)
    rows = (
        Provision.objects.filter(subject__controller_id=controller, told_by_family=False)
        .exclude(state=ProvisionState.WITHDRAWN)
        .order_by("started_on", "id")
        .values_list(
            "id", "subject_id", "law", "product", "provider_id",
            "started_on", "ended_on", "actual_start_on", "actual_end_on",
        )
    )  # fmt: skip
    found: dict[str, list[Help]] = defaultdict(list)
    for key, subject, law, product, provider, start, end, began, stopped in rows:
        period = effective(start, end, began, stopped)
        if period.start <= until:
            known = frozenset(helpers.get(key, ()))
            cost = costs.get(key, Cost())
            given = Help(str(key), str(subject), law, product, period, str(provider or ""), known, cost)
            found[given.person].append(given)
    return found


def _costs(controller: UUID) -> dict[UUID, Cost]:
    rows = ProvisionCost.objects.filter(subject__controller_id=controller).values_list(
        "provision_id", "state", "cents_per_year", "cents_once", "cents_declared"
    )
    return {key: Cost(CostState(state), *cents) for key, state, *cents in rows}


def _helpers(controller: UUID) -> dict[UUID, set[str]]:
    """Keys made by the database: the same professional has one key, and no name."""
    found: dict[UUID, set[str]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute("select provision, helper from gate.helper_keys(%s)", [controller])
        for provision, helper in cursor.fetchall():
            found[provision].add(helper)
    return found
