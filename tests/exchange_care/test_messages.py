"""What messages do to the provisions of Noor de Boer, brought one by one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kring.exchange.findings import Severity
from kring.exchange.istandaarden.catalogue import Law
from kring.exchange.istandaarden.messages import Amount, Assignment, Client, Message, Start, Stop, Volume
from kring.exchange.models import DeliveryState
from kring.exchange.services import in_the_register
from kring.ground.organisations.models import Organisation
from kring.practice.care.models import Declaration, ProvisionCost, ProvisionEvent
from tests.exchange.examples import (
    ASSIGNMENT,
    NOOR,
    PRODUCT,
    assignment_message,
    declaration_message,
    performance,
    start_message,
    stop_message,
)
from tests.exchange_care import stage
from tests.exchange_care.stage import bring, count, numbered, provision, rules

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 1, 12), date(2026, 6, 30)


@pytest.fixture
def zeewaard() -> Organisation:
    controller = stage.make_municipality()
    stage.settle(controller, stage.NOOR, stage.DAAN)
    return controller


def started(on: date = FIRST, status: str = "1", name: str = "S1") -> Message:
    start = Start(on, status, 300201, PRODUCT, ASSIGNMENT.starts_on)
    return numbered(start_message(start), name, on + timedelta(days=1))


def stopped(
    end: date = LAST, status: str = "1", name: str = "E1", *, began: date = FIRST, reason: str = "31"
) -> Message:
    stop = Stop(began, end, reason, status, 300201, PRODUCT, ASSIGNMENT.starts_on)
    return numbered(stop_message(stop), name, end + timedelta(days=1))


def assigned() -> Message:
    return assignment_message(ASSIGNMENT)


def changed(assignment: Assignment, name: str = "A2") -> Message:
    """A later statement of the assignment."""
    later = replace(assignment, assigned_on=date(2026, 3, 2))
    return numbered(assignment_message(later), name, date(2026, 3, 3))


def declared(*cents: int, name: str = "T323") -> Message:
    lines = tuple(performance(f"R{index}", cents=each) for index, each in enumerate(cents))
    return numbered(declaration_message(Client(NOOR, performances=lines)), name)


def credited(cents: int, name: str = "T324") -> Message:
    given = performance("C1", cents=cents)
    taken = replace(given, amount=replace(given.amount, credit=True), previous_reference="R0")
    message = declaration_message(Client(NOOR, performances=(taken,)))
    assert message.declaration is not None
    return numbered(replace(message, declaration=replace(message.declaration, total=taken.amount)), name)


def events() -> list[tuple[str, str, str]]:
    with in_the_register():
        rows = ProvisionEvent.objects.order_by("kind", "reported_on", "state", "ended_on")
        return [(row.kind, row.state, f"{row.ended_on or row.began_on:%d-%m}") for row in rows]


def test_an_assignment_becomes_a_provision(zeewaard: Organisation) -> None:
    (result,) = bring(zeewaard, assigned())

    one = provision()
    assert (result.state, count(result, "created")) == (DeliveryState.DONE, 1)
    assert (one.law, one.product, one.source, one.source_key) == ("jeugdwet", "Diagnostiek", "iJw", "0999 300201")
    assert (one.started_on, one.ended_on, one.state) == (date(2026, 1, 10), date(2026, 12, 31), "assigned")
    assert one.volume == "120 minuten per week"
    assert one.provider is not None
    assert one.provider.agb_code == "90000001"


Story = Callable[[], list[Message]]
STORIES: list[tuple[str, Story, tuple[str, date | None, date | None], list[str]]] = [
    ("toegewezen", lambda: [assigned()], ("assigned", None, None), []),
    ("gestart", lambda: [assigned(), started()], ("running", FIRST, None), ["active"]),
    ("gestopt", lambda: [assigned(), started(), stopped()], ("stopped", FIRST, LAST), ["active", "active"]),
    ("start voor toewijzing", lambda: [started(), assigned()], ("running", FIRST, None), ["active"]),
    (
        "alles achterstevoren",
        lambda: [stopped(), started(), assigned()],
        ("stopped", FIRST, LAST),
        ["active", "active"],
    ),
    ("stop voor start", lambda: [assigned(), stopped()], ("assigned", None, None), ["waiting"]),
    (
        "stop voor start, start later",
        lambda: [assigned(), stopped(), started()],
        ("stopped", FIRST, LAST),
        ["active", "active"],
    ),
    (
        "start verwijderd",
        lambda: [assigned(), started(), started(status="3", name="S2")],
        ("assigned", None, None),
        ["withdrawn"],
    ),
    (
        "stop vervangen",
        lambda: [assigned(), started(), stopped(), stopped(LAST - timedelta(days=9), "2", "E2")],
        ("stopped", FIRST, LAST - timedelta(days=9)),
        ["active", "active", "replaced"],
    ),
    (
        "stop verwijderd",
        lambda: [assigned(), started(), stopped(), stopped(status="3", name="E2")],
        ("running", FIRST, None),
        ["active", "withdrawn"],
    ),
    (
        "start vervangen op een andere dag",
        lambda: [assigned(), started(), started(FIRST + timedelta(days=2), "2", "S2")],
        ("running", FIRST + timedelta(days=2), None),
        ["replaced", "active"],
    ),
    (
        "pauze en weer begonnen",
        lambda: [
            assigned(),
            started(),
            stopped(date(2026, 3, 1), reason="20"),
            started(date(2026, 4, 1), name="S2"),
        ],
        ("running", FIRST, None),
        ["active", "active", "active"],
    ),
    (
        "ingekort",
        lambda: [assigned(), changed(replace(ASSIGNMENT, ends_on=LAST, change_reason="05"))],
        ("assigned", None, None),
        [],
    ),
    (
        "verwijderd",
        lambda: [assigned(), changed(replace(ASSIGNMENT, ends_on=ASSIGNMENT.starts_on, change_reason="13"))],
        ("withdrawn", None, None),
        [],
    ),
]


@pytest.mark.parametrize(("story", "state", "told"), [each[1:] for each in STORIES], ids=[each[0] for each in STORIES])
def test_a_story_of_messages(
    zeewaard: Organisation, story: Story, state: tuple[str, date | None, date | None], told: list[str]
) -> None:
    results = bring(zeewaard, *story())

    one = provision()
    assert [result.state for result in results] == [DeliveryState.DONE] * len(results)
    assert (one.state, one.actual_start_on, one.actual_end_on) == state
    assert sorted(each[1] for each in events()) == sorted(told)


def test_a_waiting_report_is_told(zeewaard: Organisation) -> None:
    start, stop = bring(zeewaard, started(), stopped())
    assert (rules(start), rules(stop)) == (["TR019"], ["TR019"])
    assert not any(finding.refuses for finding in (*start.findings, *stop.findings))


def test_a_stop_that_waits_for_its_start_is_told(zeewaard: Organisation) -> None:
    _assigned, stop = bring(zeewaard, assigned(), stopped())
    assert rules(stop) == ["TR382"]
    assert not stop.findings[0].refuses


def test_an_older_assignment_does_not_undo_a_later_one(zeewaard: Organisation) -> None:
    *_, late = bring(zeewaard, changed(replace(ASSIGNMENT, ends_on=LAST, change_reason="05")), assigned())

    assert provision().ended_on == LAST
    assert (rules(late), count(late, "unchanged")) == (["KRING-OUDER"], 1)


def test_declarations_add_up(zeewaard: Organisation) -> None:
    bring(zeewaard, assigned(), declared(24000), credited(6000))

    with in_the_register():
        cost = ProvisionCost.objects.get(provision__case_number="300201")
        lines = sorted(Declaration.objects.values_list("cents", flat=True))
    assert (cost.state, cost.cents_declared, lines) == ("known", 18000, [-6000, 24000])


def test_what_was_declared_before_the_assignment_counts_when_it_comes(zeewaard: Organisation) -> None:
    waiting, _assignment = bring(zeewaard, declared(24000), assigned())

    assert rules(waiting) == ["TR338"]
    with in_the_register():
        assert ProvisionCost.objects.get(provision__case_number="300201").cents_declared == 24000


@pytest.mark.parametrize(
    ("rule", "assignment", "cents"),
    [
        ("TR321", replace(ASSIGNMENT, volume=Volume(199, "01", "4")), 24000),
        ("TR322", replace(ASSIGNMENT, ends_on=None, volume=Volume(199, "01", "6")), 24000),
    ],
)
def test_more_than_was_assigned_is_told_and_counts(
    zeewaard: Organisation, rule: str, assignment: Assignment, cents: int
) -> None:
    """The municipality judges it in its answer to the declaration."""
    _assigned, result = bring(zeewaard, assignment_message(assignment), declared(cents))

    assert (result.state, rules(result)[0]) == (DeliveryState.DONE, rule)
    finding = result.findings[0]
    assert (finding.severity, finding.field, finding.line is not None) == (Severity.WARNING, "GeleverdVolume", True)
    with in_the_register():
        assert ProvisionCost.objects.get().cents_declared == cents


def test_a_credit_of_what_kring_does_not_know_is_told_and_counts(zeewaard: Organisation) -> None:
    """Kring may have begun after the debit was declared."""
    _assigned, result = bring(zeewaard, assigned(), credited(6000))

    assert (result.state, rules(result)) == (DeliveryState.DONE, ["TR323"])
    with in_the_register():
        assert ProvisionCost.objects.get().cents_declared == -6000


def test_a_credit_and_a_second_debit_may_stand_in_one_message(zeewaard: Organisation) -> None:
    """IV086, whichever of the two comes first in the message."""
    anew, credit = performance("R5", cents=12000), performance("C1", cents=24000)
    credit = replace(credit, amount=replace(credit.amount, credit=True), previous_reference="R0")
    both = declaration_message(Client(NOOR, performances=(anew, credit)))
    assert both.declaration is not None
    total = Amount(12000, credit=True)
    message = numbered(replace(both, declaration=replace(both.declaration, total=total)), "T9")

    *_earlier, result = bring(zeewaard, assigned(), declared(24000), message)

    assert (result.state, rules(result)) == (DeliveryState.DONE, [])
    with in_the_register():
        assert ProvisionCost.objects.get().cents_declared == 12000


def test_a_performance_that_waited_and_does_not_fit_stays_outside(zeewaard: Organisation) -> None:
    """The assignment turns out to end halfway March."""
    short = changed(replace(ASSIGNMENT, ends_on=date(2026, 3, 9)))
    _waiting, assignment = bring(zeewaard, declared(24000), short)

    assert (rules(assignment), assignment.findings[0].refuses) == (["TR308"], False)
    assert "past er niet bij en telt niet mee" in assignment.findings[0].what
    with in_the_register():
        assert not ProvisionCost.objects.exists()
        assert Declaration.objects.get().provision is None


def test_the_wmo_is_the_same_story_under_its_own_law(zeewaard: Organisation) -> None:
    bring(
        zeewaard,
        replace(assignment_message(replace(ASSIGNMENT, product=None, volume=None, budget=1234567)), law=Law.WMO),
    )
    one = provision()
    assert (one.law, one.source, one.volume) == ("wmo", "iWmo", "budget € 12.345,67")


def test_what_waited_and_does_not_fit_the_assignment_stays_outside(zeewaard: Organisation) -> None:
    _first, _second, assignment = bring(zeewaard, started(), started(FIRST + timedelta(days=3), name="S2"), assigned())

    assert provision().actual_start_on == FIRST
    assert sorted(each[1] for each in events()) == ["active", "waiting"]
    assert (rules(assignment), assignment.findings[0].refuses) == (["TR326"], False)

    bring(zeewaard, stopped())
    assert sorted(each[1] for each in events()) == ["active", "active", "waiting"]


def test_the_same_name_on_another_day_is_told(zeewaard: Organisation) -> None:
    _first, result = bring(zeewaard, assigned(), changed(replace(ASSIGNMENT, ends_on=LAST), "T301"))
    assert (rules(result), provision().ended_on) == (["TR056"], LAST)
