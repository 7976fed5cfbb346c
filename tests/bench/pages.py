"""The pages that are measured, and the table that is printed."""

from dataclasses import dataclass
from uuid import UUID

from django.test import Client
from django.urls import NoReverseMatch, reverse

from kring.ground.access.models import Account, Dossier, Involvement, Login
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole, connected_as
from tests.access.people import Town, make_town
from tests.bench.families import Caseload, make_families
from tests.bench.measure import Figures, measure

CASELOADS = (25, 200, 400)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PLAIN = ("home", "families", "studies", "areas")
OF_A_FAMILY = ("family", "plan", "plan_versions", "documents")


@dataclass(frozen=True, slots=True)
class Regisseur:
    """Someone with a caseload, and one of their families."""

    account: Account
    caseload: int
    family: UUID


def report(only: str, families: int, repeats: int) -> None:
    """Make the world, measure each page for each caseload, print the table."""
    town = make_town(clock.now())
    people = _regisseurs(town, families)
    with connected_as(DatabaseRole.APP):
        print(
            f"\n{families} gezinnen; per bladzijde bij een werkvoorraad van {', '.join(map(str, CASELOADS))} gezinnen"
        )
        print(
            f"{'bladzijde':16}{'opdrachten':>14}{'CPU app (ms)':>20}{'CPU PostgreSQL':>20}{'log (ms)':>10}{'per s':>8}"
        )
        for name in (*PLAIN, *OF_A_FAMILY):
            if name.startswith(only) and _exists(name):
                _print(name, [_measured(name, person, repeats) for person in people])


def _regisseurs(town: Town, families: int) -> list[Regisseur]:
    accounts = [town.jorien, town.naima, town.henk]
    for account in accounts:
        Login.objects.create(id=account.id, email=f"{account.id}@voorbeeld.test", password="!")
    loads = [Caseload(account, size) for account, size in zip(accounts, CASELOADS, strict=True)]
    make_families(town.municipality, loads, town.fatima, families, town.at)
    found = []
    for load in loads:
        one = Involvement.objects.filter(account=load.account).order_by("id")[0]
        found.append(Regisseur(load.account, load.families, one.dossier_id))
    assert Dossier.objects.count() == families
    return found


def _exists(name: str) -> bool:
    try:
        _url(name, UUID(int=0))
    except NoReverseMatch:
        return False
    return True


def _url(name: str, dossier: UUID) -> str:
    return reverse(name, args=[dossier] if name in OF_A_FAMILY else [])


def _measured(name: str, person: Regisseur, repeats: int) -> Figures:
    client = Client(SERVER_NAME="localhost")
    client.force_login(Login.objects.get(id=person.account.id), backend=BACKEND)
    return measure(client, _url(name, person.family), repeats)


def _print(name: str, figures: list[Figures]) -> None:
    queries = "/".join(str(one.queries) for one in figures)
    app = "/".join(f"{one.app_cpu:.1f}" for one in figures)
    server = "/".join(f"{one.postgres_cpu:.1f}" for one in figures)
    print(f"{name:16}{queries:>14}{app:>20}{server:>20}{figures[-1].log_wall:>10.1f}{figures[-1].per_second:>8.0f}")
