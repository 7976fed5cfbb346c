"""Random attempts over every address: an answer to somebody holds nothing of a dossier without a grant for it.

A page that comes later joins by itself. `KRING_FUZZ=20000` makes more attempts, `KRING_FUZZ_SEED` repeats a run.
"""

import html
import os
from dataclasses import dataclass
from random import Random
from uuid import UUID

import pytest
from django.test import Client

from kring.ground.access.demo_accounts import demo_groups
from kring.ground.access.models import Dossier
from kring.ground.shared.database import DatabaseRole
from tests.conftest import speaking_as
from tests.permissions.needles import Needles, allowed, needles
from tests.permissions.world import superuser
from tests.web.addresses import Address, addresses, ids_of_a_family
from tests.web.visitor import signed_in

ATTEMPTS = int(os.environ.get("KRING_FUZZ", "600"))
SEED = int(os.environ.get("KRING_FUZZ_SEED", "0")) or Random().randrange(1, 10**9)
ANSWERS = {200, 302, 400, 403, 404, 405, 422}


@dataclass(slots=True)
class Fuzz:
    """Who tries what, and how often an answer held something."""

    chance: Random
    needles: Needles
    targets: dict[UUID, list[Address]]
    clients: dict[UUID, Client]

    def attempt(self) -> tuple[str, int, list[str]]:
        account = self.chance.choice(sorted(self.clients))
        address = self.chance.choice(self.targets[self.chance.choice(sorted(self.targets))])
        verb = self.chance.choice(("get", "get", "get", "post", "head"))
        response = getattr(self.clients[account], verb)(address.url)
        streamed = b"".join(response.streaming_content) if response.streaming else response.content
        text = html.unescape(streamed.decode("utf-8", "replace")) + str(response.headers)
        what = f"{account} {verb} {address.url}"
        return what, response.status_code, self.needles.leaks(text, account)


@pytest.fixture
def fuzz() -> Fuzz:
    """Every account of the demo's sign-in page against dossiers of which most have a grant for few of them."""
    chance = Random(SEED)
    with superuser():
        everyone = sorted(Dossier.objects.values_list("id", flat=True))
    chosen = chance.sample(everyone, min(12, len(everyone)))
    with speaking_as(DatabaseRole.OWNER):
        targets = {dossier: addresses(ids_of_a_family(dossier)) for dossier in chosen}
    accounts = [one.id for group in demo_groups() for one in group.accounts]
    clients = {account: signed_in(account).client for account in accounts}
    for client in clients.values():
        client.handler.enforce_csrf_checks = False
    return Fuzz(chance, needles(), targets, clients)


@pytest.mark.usefixtures("demo")
def test_no_answer_holds_anything_of_a_dossier_without_a_grant(fuzz: Fuzz, capsys: pytest.CaptureFixture[str]) -> None:
    leaks, odd, whole = [], [], 0
    for _turn in range(ATTEMPTS):
        what, status, found = fuzz.attempt()
        whole += status == 200
        leaks += [f"{what}: {text!r}" for text in found]
        odd += [f"{what}: {status}"] if status not in ANSWERS else []
    with capsys.disabled():
        print(f"\nfuzz: seed {SEED}, {ATTEMPTS} attempts, {whole} whole answers, {len(leaks)} leaks")
    assert (leaks, odd) == ([], []), f"seed {SEED}"
    assert whole > ATTEMPTS // 20


@pytest.mark.usefixtures("demo")
def test_a_leak_would_be_found(fuzz: Fuzz) -> None:
    """The twin: somebody's own dossier holds needles, and the same page in another's hands is a leak."""
    text = next(text for text, ids in fuzz.needles.dossiers.items() if len(ids) == 1)
    [dossier] = fuzz.needles.dossiers[text]
    inside = [account for account in fuzz.clients if dossier in allowed(account)[0]]
    outside = [
        account
        for account in fuzz.clients
        if account not in inside and not allowed(account)[1] & fuzz.needles.people[text] and not allowed(account)[2]
    ]
    assert outside
    assert all(fuzz.needles.leaks(f"<p>{text}</p>", account) == [text] for account in outside)
    assert all(fuzz.needles.leaks(f"<p>{text}</p>", account) == [] for account in inside)
