"""`kill -9` in the middle of an import leaves nothing half done and loses nothing that was committed.

Real processes on a server of their own: `./run import` is killed while its transaction runs, twenty times and more;
then the server itself, in the middle of a delivery.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE

import psycopg
import pytest

from kring.config.embedded.cluster import Cluster
from kring.config.prepare import prepare
from kring.exchange.brp.writer import write_persons
from kring.exchange.istandaarden.writer import file_name, write_message
from tests.exchange_care.test_brp_people import messages
from tests.households.people import household

ROOT = Path(__file__).resolve().parents[2]
FAMILIES = 40
KILLS = 20
LONGEST_WAIT = 60
SET_UP = """
samenwerkingsverband = "Samen in Zeewaard"
gemeenten = ["0999 Zeewaard"]
gebieden = ["Noord: Zeewaard"]
team = "Gebiedsteam Noord"
[beheerder]
naam = "Bram Kok"
email = "bram@zeewaard.example"
wachtwoord = "een lang verzonnen wachtwoord"
"""
TABLES = (
    "access_subject", "households_person", "households_personidentity", "households_personbsn",
    "households_personaddress", "households_relation", "households_household", "households_householdmember",
    "exchange_delivery", "exchange_deliveryline", "exchange_journalentry", "audit_logline",
)  # fmt: skip
CARE = (
    "exchange_delivery", "care_provision", "care_provisionevent", "care_received", "exchange_journalentry",
)  # fmt: skip
BUSY = "select count(*) from pg_stat_activity where usename = 'kring_import' and xact_start is not null"
PRESENT = "select count(*) from pg_stat_activity where usename = 'kring_import'"

Counts = tuple[int, ...]


@dataclass(slots=True)
class Running:
    """A command in a process of its own."""

    starter: "subprocess.Popen[bytes]"
    out: Path

    @classmethod
    def started(
        cls, starter: "subprocess.Popen[bytes]", out: Path, argv: Sequence[str], last_statement: int
    ) -> "Running":
        assert starter.stdin is not None
        starter.stdin.write(json.dumps([argv, str(out), last_statement]).encode() + b"\n")
        starter.stdin.flush()
        return cls(starter, out)

    def number(self) -> int:
        """What the starter says next: the process id, then the exit status."""
        assert self.starter.stdout is not None
        return int(self.starter.stdout.readline())


@dataclass(slots=True)
class House:
    """An installation with its own server, and commands as somebody types them."""

    folder: Path
    url: str = ""
    starter: "subprocess.Popen[bytes] | None" = None

    @contextmanager
    def serving(self) -> Iterator[None]:
        cluster = Cluster(self.folder / "pg")
        with cluster.running() as superuser:
            self.url = cluster.dsn(database="kring", user="")
            prepare(superuser, "kring")
            with self._starter("kring_app") as self.starter:
                yield

    @contextmanager
    def _starter(self, role: str) -> "Iterator[subprocess.Popen[bytes]]":
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("KRING_")},
            "KRING_DATABASE_URL": self.url,
            "KRING_DATABASE_ROLE": role,
            "KRING_VAR": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "kring.config.settings",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        command = [sys.executable, "-m", "tests.exchange_store.forking"]
        with subprocess.Popen(command, env=environment, stdin=PIPE, stdout=PIPE) as starter:
            yield starter

    def set_up(self) -> None:
        (self.folder / "inrichting.toml").write_text(SET_UP)
        with self.serving(), self._starter("kring_owner") as self.starter:
            self.run("migrate", "--verbosity=0")
        with self.serving():
            self.run("init", str(self.folder / "inrichting.toml"))

    def start(self, *argv: str, last_statement: int = 0) -> Running:
        assert self.starter is not None
        return Running.started(self.starter, self.folder / "gezegd.txt", argv, last_statement)

    def run(self, *argv: str) -> str:
        running = self.start(*argv)
        running.number()
        status, said = running.number(), running.out.read_text()
        assert status == 0, said
        return said

    def ask(self, query: str) -> int:
        with psycopg.connect(self.url + "&user=postgres") as connection:
            row = connection.execute(query.encode()).fetchone()
        assert row is not None
        return int(row[0])

    def counts(self) -> Counts:
        """The rows of each table, once nobody writes any more."""
        return self.rows(TABLES)

    def rows(self, tables: Sequence[str]) -> Counts:
        self.wait_until(lambda: self.ask(PRESENT) == 0)
        return tuple(self.ask(f"select count(*) from {table}") for table in tables)

    def persons(self) -> int:
        return self.rows(["households_person"])[0]

    def kill_server(self) -> None:
        """Outright, as a power cut would."""
        postmaster = (self.folder / "pg" / "postmaster.pid").read_text().split("\n", 1)[0]
        os.kill(int(postmaster), signal.SIGKILL)

    def wait_until(self, happened: Callable[[], bool]) -> None:
        end = time.monotonic() + LONGEST_WAIT
        while not happened():
            assert time.monotonic() < end
            time.sleep(0.005)

    def statements(self) -> int:
        """How many statements the last command sent to the database."""
        return int((self.folder / "gezegd.count").read_text())

    def killed_after(self, statement: int, *argv: str) -> None:
        """Start a command that is killed outright after so many statements."""
        running = self.start(*argv, last_statement=statement)
        running.number()
        assert running.number() == -signal.SIGKILL


def delivery(house: House, number: int) -> Path:
    """Forty families that no other delivery has."""
    file = house.folder / f"personen-{number}.json"
    persons = [one for place in range(FAMILIES) for one in household(number * FAMILIES + place)]
    file.write_bytes(write_persons(persons))
    return file


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is in the tables when empty, and what one whole delivery adds to each."""

    empty: Counts
    one: Counts

    def stored(self, counts: Counts) -> int:
        """How many whole deliveries these counts are; fails when one is half done."""
        number = round((counts[0] - self.empty[0]) / self.one[0])
        assert counts == tuple(empty + number * one for empty, one in zip(self.empty, self.one, strict=True))
        return number


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """In a folder that the server's own account can reach."""
    folder = Path(tempfile.mkdtemp(prefix="kring-killed-", dir="/var/tmp"))
    folder.chmod(0o755)
    made = House(folder)
    made.set_up()
    yield made
    shutil.rmtree(folder)


def brought(house: House, file: Path) -> str:
    """The number of the delivery."""
    said = house.run("import", "brp", str(file))
    return said.removeprefix("Levering ").partition(",")[0]


def test_killed_at_any_moment_everything_is_there_or_nothing_is(house: House) -> None:
    with house.serving():
        empty = house.counts()
        brought(house, delivery(house, 0))
        one = tuple(after - before for before, after in zip(empty, house.counts(), strict=True))
        ledger, last = Ledger(empty, one), house.statements()
        file = str(delivery(house, 1))
        for statement in {1, 2, last // 2, last - 1, *random.Random(20261101).sample(range(1, last), KILLS)}:
            house.killed_after(statement, "import", "brp", file)
            assert ledger.stored(house.counts()) == 1
        house.run("import", "brp", file)
        assert ledger.stored(house.counts()) == 2
        assert "er is niets veranderd" in house.run("import", "brp", file)
        assert ledger.stored(house.counts()) == 2


def folder(house: House, number: int) -> Path:
    """An assignment and a start for each child of three families, each a file."""
    made = house.folder / f"berichten-{number}"
    made.mkdir()
    children = [one.bsn or "" for place in range(3) for one in household(number * FAMILIES + place)[2:]]
    for message in messages(children):
        (made / file_name(message)).write_bytes(write_message(message))
    return made


def test_of_a_killed_folder_the_files_up_to_there_are_whole_and_the_others_come_when_it_is_done_again(
    house: House,
) -> None:
    """Each file is one delivery with one row of care: so many of the one as of the other, at any moment."""
    files = 12
    with house.serving():
        brought(house, delivery(house, 9))
        path = str(folder(house, 9))
        before, stored = house.rows(CARE), 0
        for statement in (9, 16, 22, 25, 28, 31, 34):
            house.killed_after(statement, "import", "istandaarden", path)
            deliveries, *care, received, journal = (
                now - was for now, was in zip(house.rows(CARE), before, strict=True)
            )
            assert deliveries == sum(care) == received
            assert journal >= 2 * deliveries
            assert stored <= deliveries < files
            stored = deliveries
        assert stored > 0
        house.run("import", "istandaarden", path)
        assert house.rows(CARE)[0] - before[0] == files
        assert house.run("import", "istandaarden", path).count("er is niets veranderd") == files


def test_a_killed_undo_has_undone_nothing_and_can_be_done_again(house: House) -> None:
    with house.serving():
        number = brought(house, delivery(house, 3))
        before = house.counts()
        house.run("import", "terugdraaien", brought(house, delivery(house, 4)))
        undone, last = house.counts(), house.statements()
        for statement in {last // 4, last // 2, last - 1}:
            house.killed_after(statement, "import", "terugdraaien", number)
            assert house.counts() == undone
        house.run("import", "terugdraaien", number)
        assert house.persons() == before[TABLES.index("households_person")] - 4 * FAMILIES


def test_a_killed_server_keeps_what_was_committed_and_nothing_of_the_rest(house: House) -> None:
    for number in (5, 7):
        with house.serving():
            brought(house, delivery(house, number))
            before = house.persons()
            running = house.start("import", "brp", str(delivery(house, number + 1)))
            running.number()
            house.wait_until(lambda: house.ask(BUSY) > 0)
            house.kill_server()
            assert running.number() != 0
        with house.serving():
            assert house.persons() in {before, before + 4 * FAMILIES}
