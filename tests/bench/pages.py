"""The pages that are measured, and the table that is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.test import Client
from django.urls import reverse

from kring.ground.access.models import Account, Dossier, Involvement, Login
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole, connected_as
from kring.web.kit.factor import KNOWN
from tests.access.people import Town, make_town
from tests.bench import large
from tests.bench.families import Caseload, make_families
from tests.bench.measure import Figures, measure
from tests.bench.steering import Steering, make_steering

CASELOADS = (25, 200, 400)
PLAIN = ("home", "families", "search")
OF_A_FAMILY = (
    "family", "plan", "goal", "plan_question", "plan_versions", "care", "documents", "people", "professionals", "homes",
    "circle", "genogram", "notes", "familiar", "lifeline",
)  # fmt: skip
LARGE = "plan_large"
"""The plan with eight goals, sixty actions and twelve versions."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody on a page."""

    account: Account
    url: str


@dataclass(frozen=True, slots=True)
class Regisseur:
    """Someone with a caseload, and one of their families with a goal of its plan."""

    account: Account
    family: UUID
    goal: UUID

    def url(self, name: str) -> str:
        if name == "goal":
            return reverse(name, args=[self.family, self.goal])
        return reverse(name, args=[self.family] if name in OF_A_FAMILY else [])


def report(only: str, families: int, repeats: int) -> None:
    """Make the world, measure each page for each caseload, print the table."""
    town = make_town(clock.now())
    people = regisseurs(town, families)
    steering = make_steering(town)
    reader, beside = people[0].account, _second(people[0])
    large.grow(beside, clock.now())
    let_in([*(one.account for one in people), steering.account])
    with connected_as(DatabaseRole.APP):
        print(f"\n{families} gezinnen; werkvoorraad van {', '.join(map(str, CASELOADS))} gezinnen; {repeats} keer")
        print("| bladzijde | opdrachten | CPU app (ms) | CPU PostgreSQL (ms) | log (ms) | per seconde |")
        print("|---|---|---|---|---|---|")
        for name in (*PLAIN, *OF_A_FAMILY):
            if name.startswith(only):
                _print(name, [_measured(Visit(one.account, one.url(name)), repeats) for one in people])
        if LARGE.startswith(only):
            large.agree_often(reader, beside, clock.now())
            _print(LARGE, [_measured(Visit(reader, reverse("plan", args=[beside])), repeats)])
        for name, url in _steering_pages(steering).items():
            if name.startswith(only):
                _print(name, [_measured(Visit(steering.account, url), repeats)])


def regisseurs(town: Town, families: int) -> list[Regisseur]:
    accounts = [town.jorien, town.naima, town.henk]
    loads = [Caseload(account, size) for account, size in zip(accounts, CASELOADS, strict=True)]
    first_goals = make_families(town.municipality, loads, town.fatima, families, town.at)
    assert Dossier.objects.count() == families
    mine = [Involvement.objects.filter(account=one).order_by("id")[0].dossier_id for one in accounts]
    return [Regisseur(one, family, first_goals[family]) for one, family in zip(accounts, mine, strict=True)]


def _second(one: Regisseur) -> UUID:
    """Another family of the same caseload."""
    return Involvement.objects.filter(account=one.account).order_by("id")[1].dossier_id


def let_in(accounts: Sequence[Account]) -> None:
    for account in accounts:
        Login.objects.create(id=account.id, email=f"{account.id}@voorbeeld.test", password="!")


def _steering_pages(steering: Steering) -> dict[str, str]:
    """The stack and the areas: the same for whoever may see them."""
    return {
        "studies": reverse("studies"),
        "study": reverse("study", args=[steering.study]),
        "study_case": reverse("study_case", args=[steering.study, steering.case]),
        "areas": reverse("areas"),
        "area": reverse("area", args=[steering.area]),
        "pilots": reverse("pilots"),
    }


def visitor_of(account: Account) -> Client:
    """Signed in, with both factors."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(Login.objects.get(id=account.id))
    session = client.session
    session[KNOWN] = True
    session.save()
    return client


def _measured(visit: Visit, repeats: int) -> Figures:
    return measure(visitor_of(visit.account), visit.url, repeats)


def _print(name: str, figures: Sequence[Figures]) -> None:
    queries = " / ".join(str(one.queries) for one in figures)
    app = " / ".join(f"{one.app_cpu:.1f}" for one in figures)
    server = " / ".join(f"{one.postgres_cpu:.1f}" for one in figures)
    print(f"| {name} | {queries} | {app} | {server} | {figures[-1].log_wall:.1f} | {figures[-1].per_second:.0f} |")
