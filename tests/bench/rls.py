"""`./run bench rls`: what row-level security and logging cost per page: the same request with them and without.

The two take turns, page by page, so that whatever else the machine does falls on both alike; the median counts.
For one reader that is processor time, of this process and of its backend; for twenty it is the clock.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from uuid import UUID

from django.test import Client

from kring.ground.shared import clock
from tests.access.people import make_town
from tests.bench.bare import JOINED, ROLE, bare, guarded, make_roles
from tests.bench.measure import backend_pid, cpu_of
from tests.bench.pages import OF_A_FAMILY, PLAIN, Regisseur, let_in, regisseurs, visitor_of
from tests.bench.readers import Reader, ratio_of_readers

AIM = 1.25
READERS = 20
LISTS = ("home", "families")


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one page: milliseconds with and without, and whether both gave the same page."""

    guarded: float
    bare: float
    same: bool

    @property
    def ratio(self) -> float:
        return self.guarded / self.bare


def report(only: str, families: int, repeats: int, rounds: int) -> None:
    """Make the world, then per page one reader in this process, and twenty at once over HTTP."""
    people = regisseurs(make_town(clock.now()), families)
    let_in([one.account for one in people])
    make_roles()
    names = [name for name in (*PLAIN, *OF_A_FAMILY) if name.startswith(only)]
    print(f"\n{families} gezinnen, {repeats} keer om en om; {READERS} lezers tegelijk, {rounds} rondes")
    print("| bladzijde | met (ms) | zonder (ms) | verhouding | 20 lezers: met (per s) | zonder | verhouding |")
    print("|---|---|---|---|---|---|---|")
    costs = {name: [_cost(one, name, repeats) for one in people] for name in names}
    sessions = {one.account.id: _session(one) for one in people}
    at_once = {
        **ratio_of_readers(_readers(people, [name for name in names if name in LISTS], sessions), rounds, JOINED),
        **ratio_of_readers(_readers(people, [name for name in names if name not in LISTS], sessions), rounds, ROLE),
    }
    for name in names:
        _print(name, costs[name], at_once[name])


def _cost(one: Regisseur, name: str, repeats: int) -> Cost:
    client, url = visitor_of(one.account), one.url(name)
    role = JOINED if name in LISTS else ROLE
    with bare(role):
        without = [_body(client, url) for _warm in range(3)][-1]
    with guarded():
        same = [_body(client, url) for _warm in range(3)][-1] == without
    backend = backend_pid()
    taken: dict[str, list[float]] = {"guarded": [], "bare": []}
    for _turn in range(repeats):
        with guarded():
            taken["guarded"].append(_milliseconds(client, url, backend))
        with bare(role):
            taken["bare"].append(_milliseconds(client, url, backend))
    return Cost(median(taken["guarded"]), median(taken["bare"]), same)


def _milliseconds(client: Client, url: str, backend: int) -> float:
    own, server = time.process_time(), cpu_of(backend)
    client.get(url)
    return (time.process_time() - own + cpu_of(backend) - server) * 1000


def _body(client: Client, url: str) -> int:
    """How long the page is: a hidden field differs from time to time, its length does not."""
    answer = client.get(url)
    assert answer.status_code == 200, f"{url}: {answer.status_code}"
    return len(answer.content)


def _session(one: Regisseur) -> str:
    return str(visitor_of(one.account).cookies["sessionid"].value)


def _readers(people: Sequence[Regisseur], names: Sequence[str], sessions: dict[UUID, str]) -> dict[str, list[Reader]]:
    chosen = [people[number % len(people)] for number in range(READERS)]
    return {name: [Reader(sessions[one.account.id], one.url(name)) for one in chosen] for name in names}


def _print(name: str, costs: Sequence[Cost], at_once: tuple[float, float]) -> None:
    def row(values: Sequence[float], form: str) -> str:
        return " / ".join(format(value, form) for value in values)

    mark = "" if all(one.same for one in costs) else " *"
    cells = [
        row([one.guarded for one in costs], ".0f"),
        row([one.bare for one in costs], ".0f"),
        row([one.ratio for one in costs], ".2f"),
        f"{at_once[0]:.0f}",
        f"{at_once[1]:.0f}",
        f"{at_once[1] / at_once[0]:.2f}",
    ]
    print(f"| {name}{mark} | {' | '.join(cells)} |", flush=True)
