"""Each minute is sealed; whoever changes, removes or adds something behind Kring's back is found out (BR-101)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from kring.ground.access.actor import system_actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import LogLine, Purge, Seal
from kring.ground.audit.services import purge_expired, seal_waiting
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from tests.audit.lines import reads
from tests.conftest import speaking_as

pytestmark = pytest.mark.django_db

LATER = timedelta(minutes=10)


@contextmanager
def superuser(*, unseen: bool = True) -> Iterator[None]:
    """Whoever has the server itself: past every privilege and, when wanted, past every trigger."""
    with speaking_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute(f"set local session_replication_role = {'replica' if unseen else 'origin'}")
        yield
        cursor.execute("set local session_replication_role = origin")


def run(sql: str) -> None:
    with superuser(), connection.cursor() as cursor:
        cursor.execute(sql)


def at(moment: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('kring.test_now', %s, true)", [moment.isoformat()])


def look(moment: datetime, number: int = 1) -> list[LogLine]:
    """So many lines in this minute."""
    at(moment)
    return [reads(system_actor(moment), Part.FIGURES, what=f"test.page_{index}") for index in range(number)]


def seal(moment: datetime) -> int:
    with speaking_as(DatabaseRole.LOG):
        return seal_waiting(at=moment)


def verify(known: str = "") -> tuple[int, str]:
    """The exit code and what the command says."""
    said = StringIO()
    try:
        call_command("verify_log", bekend=known, stdout=said)
    except CommandError as problem:
        return problem.returncode, said.getvalue()
    return 0, said.getvalue()


@pytest.fixture
def blocks(now: datetime, monkeypatch: pytest.MonkeyPatch) -> list[list[LogLine]]:
    """Three minutes with three lines each, from 10.00 on, sealed."""
    found = [look(now + timedelta(minutes=minute), 3) for minute in range(3)]
    monkeypatch.setattr(clock, "now", lambda: now + LATER)
    assert seal(now + LATER) == 3
    return found


def seals() -> list[Seal]:
    with speaking_as(DatabaseRole.LOG):
        return list(Seal.objects.order_by("number"))


def test_every_minute_has_one_seal_that_hangs_on_the_one_before(blocks: list[list[LogLine]]) -> None:
    first, second, third = seals()
    assert [one.count for one in (first, second, third)] == [3, 3, 3]
    assert first.ids == [line.id for line in blocks[0]]
    assert (second.previous, third.previous) == (first.total, second.total)
    assert verify()[0] == 0


def test_sealing_again_seals_nothing_twice(blocks: list[list[LogLine]], now: datetime) -> None:
    assert seal(now + LATER) == 0


def test_a_minute_that_is_not_over_is_left_open(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    look(now)
    monkeypatch.setattr(clock, "now", lambda: now)
    assert (seal(now), seal(now + timedelta(seconds=61))) == (0, 0)
    assert verify()[0] == 0
    assert seal(now + timedelta(seconds=121)) == 1


def test_a_line_that_came_late_gets_a_seal_apart_that_says_so(blocks: list[list[LogLine]], now: datetime) -> None:
    [late] = look(now)
    assert seal(now + LATER) == 1
    last = seals()[-1]
    assert (last.number, last.is_late, last.ids, last.minute) == (4, True, [late.id], now)
    assert "waarvan 1 voor late regels" in verify()[1]


CHANGED = "een van de 3 regels is veranderd"
SWAP = """
update audit_logline l set what = o.what from audit_logline o
 where l.id in ({first}, {second}) and o.id in ({first}, {second}) and o.id <> l.id
"""
ADD = """
insert into audit_logline
  (at, event, actor, actor_kind, roles, subjects, parts, what, ground, level, break_glass)
select at - interval '1 day', event, actor, actor_kind, roles, subjects, parts, what, ground, level, break_glass
  from audit_logline where id = {first}
"""


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("update audit_logline set ground = 'niets' where id = {first}", f"01-11-2026 10.01: {CHANGED}"),
        ("update audit_logline set at = at + interval '1 second' where id = {first}", f"10.01: {CHANGED}"),
        ("delete from audit_logline where id = {second}", "10.01: 1 regels ontbreken: {second}"),
        ("delete from audit_seal where number = 2", "10.02: hiervoor ontbreekt verzegeling 2 tot en met 2"),
        ("delete from audit_seal where number = 1", "10.01: hiervoor ontbreekt verzegeling 1 tot en met 1"),
        ("delete from audit_seal where number = 3", "10.02: 3 regels zijn niet verzegeld"),
        (SWAP, f"10.01: {CHANGED}"),
        (ADD, "31-10-2026 10.01: 1 regels zijn niet verzegeld"),
        ("update audit_seal set count = 2 where number = 2", "10.01: verzegeling 2 is zelf veranderd"),
        ("update audit_seal set number = 9 - number where number in (1, 2)", "ontbreekt verzegeling"),
        ("update audit_seal set total = md5('x') where number = 1", "10.01: verzegeling 2 sluit niet aan op de vorige"),
    ],
    ids=["changed", "moved", "removed", "seal", "first-seal", "last-seal", "swapped", "added", "count", "order", "sum"],
)
def test_what_a_superuser_does_is_found_with_its_minute(blocks: list[list[LogLine]], sql: str, found: str) -> None:
    assert verify()[0] == 0
    numbers = {"first": blocks[1][0].id, "second": blocks[1][1].id}
    run(sql.format(**numbers))
    code, said = verify()
    assert code == 1
    assert found.format(**numbers) in said


def test_a_line_and_its_seal_made_anew_from_there_are_found_by_a_noted_seal(
    blocks: list[list[LogLine]], now: datetime
) -> None:
    """Who can do the sums can do them again; only a sum that was noted elsewhere shows it."""
    noted = seals()[-1].total
    assert verify(noted)[0] == 0
    run(f"update audit_logline set ground = 'niets' where id = {blocks[2][0].id}")
    run("delete from audit_seal where number = 3")
    assert seal(now + LATER) == 1
    assert verify()[0] == 0
    code, said = verify(noted)
    assert (code, "die u noteerde, is er niet meer" in said) == (1, True)


def test_what_is_past_its_term_goes_in_whole_blocks_and_the_seals_stay(
    blocks: list[list[LogLine]], now: datetime
) -> None:
    """Five years and two minutes after the first line: the first block only, then the others."""
    for moment, lines in (
        (now + timedelta(days=365), 9),
        (years(now, 5) + timedelta(minutes=2), 6),
        (years(now, 6), 0),
    ):
        at(moment)
        with speaking_as(DatabaseRole.LOG):
            purge_expired()
            assert LogLine.objects.count() == lines
            assert Seal.objects.count() == 3
        assert verify()[0] == 0


def test_lines_that_went_before_their_term_are_not_taken_for_purged(blocks: list[list[LogLine]], now: datetime) -> None:
    run("delete from audit_logline")
    assert verify()[0] == 1


def test_purging_twice_purges_once(blocks: list[list[LogLine]], now: datetime) -> None:
    at(years(now, 6))
    with speaking_as(DatabaseRole.LOG):
        assert (purge_expired(), purge_expired()) == (9, 0)
        assert list(Purge.objects.values_list("through", "lines")) == [(3, 9)]


def years(moment: datetime, number: int) -> datetime:
    return moment.replace(year=moment.year + number)


def test_the_worker_does_both_as_the_role_of_the_log() -> None:
    assert {JOBS[name].role for name in ("audit.seal", "audit.purge")} == {DatabaseRole.LOG}
