"""The steering floor of the bench: three areas with their figures, and a study with all households on its list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Account, Dossier, DossierSubject
from kring.ground.access.services import assign_role
from kring.ground.areas.models import Area
from kring.ground.audit.trail import recording
from kring.practice.households.models import Household, HouseholdMember
from kring.steering.figures.services.counting import count_figures
from kring.steering.studies.models import StudyCase
from kring.steering.studies.services import Proposal, approve_study, request_study, take_snapshot
from tests.access.people import Town, actor_of

AREAS = ("Zeewaard-Midden", "Zeewaard-Noord", "Zeewaard-Zuid")
TEXT = "bench"


@dataclass(frozen=True, slots=True)
class Steering:
    """Who looks at figures and at the study, the study, and one of its households."""

    account: Account
    study: UUID
    case: UUID
    area: UUID


def make_steering(town: Town) -> Steering:
    areas = _areas(town)
    _households(town, areas)
    system = system_actor(town.at)
    with recording("bench"), acting(system):
        count_figures(actor=system, day=town.at.date())
    earlier = system_actor(town.at - timedelta(days=3))
    with recording("bench"), acting(earlier):
        for role in (roles.POLICY, roles.RESEARCHER):
            assign_role(
                actor=earlier, account=town.annet.id, role=role.code, organisation=town.municipality.id, ground=TEXT
            )
    study = _study(town)
    case = StudyCase.objects.filter(study=study).order_by("-law_count", "id")[0]
    return Steering(town.annet, study, case.id, areas[0].id)


def _areas(town: Town) -> Sequence[Area]:
    areas = [Area(name=name, team=town.team) for name in AREAS]
    for area in areas:
        area.save(force_insert=True)
        area.municipalities.add(town.municipality)
    return areas


def _households(town: Town, areas: Sequence[Area]) -> None:
    """Each family at its own address, and its dossier in the same area."""
    dossiers = list(Dossier.objects.order_by("id"))
    homes = [
        Household(
            controller=town.municipality, area=areas[n % 3].id, municipality_code=town.municipality.cbs_code
        )
        for n in range(len(dossiers))
    ]  # fmt: skip
    Household.objects.bulk_create(homes, batch_size=2000)
    home_of = {dossier.id: home for dossier, home in zip(dossiers, homes, strict=True)}
    members = DossierSubject.objects.values_list("dossier_id", "subject_id", "started_at")
    HouseholdMember.objects.bulk_create(
        [
            HouseholdMember(household=home_of[dossier], subject_id=subject, started_on=since.date())
            for dossier, subject, since in members
        ],
        batch_size=5000,
    )
    for dossier, home in zip(dossiers, homes, strict=True):
        dossier.area = home.area
    Dossier.objects.bulk_update(dossiers, ["area"], batch_size=2000)


def _study(town: Town) -> UUID:
    day = town.at.date()
    proposal = Proposal("Bench", TEXT, TEXT, day - timedelta(days=1), day + timedelta(days=100))
    asker = actor_of(town.annet.id, town.at)
    with recording("bench"), acting(asker):
        study = request_study(actor=asker, organisation=town.municipality.id, proposal=proposal)
    chooser = actor_of(town.mark.id, town.at)
    with recording("bench"), acting(chooser):
        approve_study(actor=chooser, study=study)
    with recording("bench"), acting(system_actor(town.at)):
        take_snapshot(study=study.id, reference_date=day, at=town.at)
    return study.id
