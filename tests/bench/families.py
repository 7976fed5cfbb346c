"""4,000 families for the bench, written in bulk by the throw-away superuser; the product compiles the grants."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from tqdm import tqdm

from kring.ground.access import compiler, roles
from kring.ground.access.models import (
    Account,
    Dossier,
    DossierState,
    DossierSubject,
    Involvement,
    SharingDecision,
    Subject,
)
from kring.ground.organisations.models import Organisation
from kring.practice.care.models import Provider, Provision, ProvisionCost
from kring.practice.households.models import Person, PersonAddress, PersonIdentity
from kring.practice.leads.models import Lead, LeadKind
from kring.practice.plans.models import Action, Goal, Plan, Question, Score

PERSONS = 4
LAWS = ("jeugdwet", "wmo", "participatiewet")
GOALS = 3
ACTIONS = 6


@dataclass(frozen=True, slots=True)
class Caseload:
    """A regisseur and how many families they lead."""

    account: Account
    families: int


def make_families(
    municipality: Organisation, caseloads: Sequence[Caseload], others: Account, total: int, at: datetime
) -> dict[UUID, UUID]:
    """`total` families: first those of the caseloads, the rest led by `others`. Gives a goal for each dossier."""
    leads = [load.account for load in caseloads for _family in range(load.families)]
    leads += [others] * (total - len(leads))
    provider = Provider.objects.create(name="Jeugdzorg De Kade")
    made = at - timedelta(days=200)
    with transaction.atomic():
        dossiers = _dossiers(municipality, leads, made)
        _people(municipality, dossiers, provider, made)
        goals = _plans(dossiers, made.date())
    for dossier in tqdm(dossiers, desc="rechten", unit="gezin"):
        compiler.recompile_dossier(dossier.id)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
    return goals


def _dossiers(municipality: Organisation, leads: Sequence[Account], made: datetime) -> list[Dossier]:
    dossiers = [
        Dossier(controller=municipality, label=f"Gezin {n}", state=DossierState.ACTIVE, opened_on=made.date())
        for n in range(len(leads))
    ]
    Dossier.objects.bulk_create(dossiers, batch_size=2000)
    pairs = list(zip(dossiers, leads, strict=True))
    Involvement.objects.bulk_create(
        [
            Involvement(dossier=one, account=lead, role=roles.REGISSEUR.code, started_at=made, ground="bench")
            for one, lead in pairs
        ]
    )
    Lead.objects.bulk_create(
        [
            Lead(dossier=one, account=lead, name=lead.display_name, kind=kind, started_at=made)
            for one, lead in pairs
            for kind in LeadKind
        ]
    )
    return dossiers


def _people(municipality: Organisation, dossiers: Sequence[Dossier], provider: Provider, made: datetime) -> None:
    subjects = [Subject(controller=municipality) for _person in range(PERSONS * len(dossiers))]
    Subject.objects.bulk_create(subjects, batch_size=5000)
    Person.objects.bulk_create(
        [Person(subject=one, display_name=f"Persoon {n}", sort_name=f"persoon {n}") for n, one in enumerate(subjects)],
        batch_size=5000,
    )
    PersonIdentity.objects.bulk_create(
        [PersonIdentity(subject=one, birth_year=1980 + n % 40) for n, one in enumerate(subjects)], batch_size=5000
    )
    PersonAddress.objects.bulk_create(
        [
            PersonAddress(subject=one, kind="full", street="Laan", number=str(n), source="bench")
            for n, one in enumerate(subjects)
        ],
        batch_size=5000,
    )
    members = [
        DossierSubject(dossier=dossiers[n // PERSONS], subject=one, started_at=made) for n, one in enumerate(subjects)
    ]
    DossierSubject.objects.bulk_create(members, batch_size=5000)
    _provisions(members, provider, made)


def _provisions(members: Sequence[DossierSubject], provider: Provider, made: datetime) -> None:
    rows = [
        Provision(
            subject_id=one.subject_id,
            law=LAWS[n % 3],
            product="hulp",
            provider=provider,
            started_on=made.date(),
            source="b",
        )
        for n, one in enumerate(members)
    ]
    Provision.objects.bulk_create(rows, batch_size=5000)
    ProvisionCost.objects.bulk_create(
        [ProvisionCost(provision=row, subject_id=row.subject_id, law=row.law, state="unknown") for row in rows],
        batch_size=5000,
    )
    SharingDecision.objects.bulk_create(
        [_decision(one.dossier_id, one.subject_id, LAWS[n % 3], made) for n, one in enumerate(members)], batch_size=5000
    )


def _decision(dossier: UUID, subject: UUID, law: str, made: datetime) -> SharingDecision:
    return SharingDecision(
        dossier_id=dossier,
        subject_id=subject,
        law=law,
        ground="wmo_5_1_1_4",
        purpose="één plan",
        necessity="ja",
        proportionality="nee",
        decided_by=subject,
        started_at=made,
    )


def _plans(dossiers: Sequence[Dossier], day: date) -> dict[UUID, UUID]:
    Plan.objects.bulk_create([Plan(dossier=one, began_on=day) for one in dossiers], batch_size=2000)
    at = datetime.combine(day, datetime.min.time()).astimezone()
    Question.objects.bulk_create(
        [
            Question(dossier=one, words="Rust in huis", speaker="Moeder", said_on=day, written_by=one.id, written_at=at)
            for one in dossiers
        ],
        batch_size=2000,
    )
    goals = [
        Goal(dossier=one, own_words=f"Doel {n}", speaker="Moeder", began_on=day, order=n)
        for one in dossiers
        for n in range(GOALS)
    ]
    Goal.objects.bulk_create(goals, batch_size=5000)
    Action.objects.bulk_create(
        [
            Action(
                dossier_id=goal.dossier_id,
                goal=goal,
                what="Samen doen",
                doer_kind="family",
                doer_name="Moeder",
                due_on=day,
            )
            for goal in goals
            for _action in range(ACTIONS // GOALS)
        ],
        batch_size=5000,
    )
    Score.objects.bulk_create(
        [
            Score(
                dossier_id=goal.dossier_id, goal=goal, giver="Moeder", giver_kind="family", value=4, given_on=day,
                written_by=goal.dossier_id, written_at=at,
            )
            for goal in goals
        ],
        batch_size=5000,
    )  # fmt: skip
    return {goal.dossier_id: goal.id for goal in goals}
