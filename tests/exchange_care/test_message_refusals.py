"""Messages that are well made and cannot be true beside what is known: refused with line, rule and reason."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.messages import Assignment, Client, Message, Product, Span, Volume
from kring.exchange.istandaarden.writer import file_name, write_message
from kring.exchange.models import DeliveryKind, DeliveryState, ReviewItem
from kring.exchange.services import Result, in_the_register
from kring.ground.organisations.models import Organisation
from kring.practice.care.models import Declaration, Provision
from tests.conftest import TODAY
from tests.exchange.examples import (
    ASSIGNMENT,
    DAAN,
    EXAMPLES,
    MARCH,
    NOOR,
    assignment_message,
    declaration_message,
    performance,
)
from tests.exchange_care import stage
from tests.exchange_care.stage import bring, bring_file, count, dump, numbered, row_count, rules
from tests.exchange_care.test_messages import FIRST, LAST, assigned, changed, credited, declared, started, stopped

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
MAY = Span(date(2026, 5, 1), date(2026, 5, 31))
APRIL = Span(date(2026, 4, 1), date(2026, 4, 30))
UNKNOWN = "999990068"
OTHER_PROVIDER = "90000002"


@pytest.fixture
def zeewaard() -> Organisation:
    controller = stage.make_municipality()
    stage.settle(controller, stage.NOOR, stage.DAAN)
    return controller


def of(message: Message, bsn: str) -> Message:
    return replace(message, clients=tuple(replace(client, bsn=bsn) for client in message.clients))


def same_name(message: Message, other: Message) -> Message:
    return replace(message, header=other.header)


def later(message: Message) -> Message:
    """Sent in May."""
    return replace(message, header=replace(message.header, dated=date(2026, 5, 20)))


def sent_by(message: Message, agb: str) -> Message:
    to_provider = message.kind is Kind.ASSIGNMENT
    header = replace(message.header, receiver=agb) if to_provider else replace(message.header, sender=agb)
    return replace(message, header=header)


def declared_for(code: str = "45A03", *, period: Span = MARCH, month: Span = MARCH, name: str = "T9") -> Message:
    """One performance of Noor in this period, declared over this month in the month after."""
    one = replace(performance("R9"), code=code, period=period)
    message = numbered(declaration_message(Client(NOOR, performances=(one,))), name, max(period.last, month.last) + DAY)
    assert message.declaration is not None
    return replace(message, declaration=replace(message.declaration, period=month))


def assigned_in_general() -> Message:
    return assignment_message(replace(ASSIGNMENT, product=Product("45"), volume=None))


def numbered_as(message: Message, number: str) -> Message:
    assert message.declaration is not None
    return replace(message, declaration=replace(message.declaration, number=number))


Before = Callable[[], list[Message]]
CASES: list[tuple[str, Before, Callable[[], Message]]] = [
    ("TR056", lambda: [assigned()], lambda: assignment_message(replace(ASSIGNMENT, number=300299))),
    ("TR056", lambda: [assigned(), started()], lambda: same_name(started(FIRST + timedelta(days=1)), started())),
    (
        "TR056",
        lambda: [assigned(), started(), stopped()],
        lambda: same_name(stopped(LAST - timedelta(days=1)), stopped()),
    ),
    ("TR056", lambda: [declared(24000)], lambda: declared(12000)),
    ("TR332", lambda: [assigned()], lambda: of(numbered(assigned(), "A2"), DAAN)),
    ("TR332", lambda: [assigned()], lambda: sent_by(numbered(assigned(), "A2"), OTHER_PROVIDER)),
    (
        "TR385",
        lambda: [assigned(), declared(24000)],
        lambda: changed(replace(ASSIGNMENT, ends_on=ASSIGNMENT.starts_on, change_reason="13")),
    ),
    ("TR074", lambda: [assigned(), started(), stopped()], lambda: started(name="S2")),
    ("TR326", lambda: [assigned(), started()], lambda: started(FIRST + timedelta(days=3), name="S2")),
    ("TR071", lambda: [assigned(), started(), stopped()], lambda: started(status="3", name="S2")),
    ("TR063", lambda: [assigned()], lambda: started(status="3")),
    ("TR063", lambda: [assigned(), started()], lambda: stopped(status="2")),
    ("TR304", lambda: [assigned()], lambda: of(started(), DAAN)),
    ("TR019", lambda: [assigned()], lambda: sent_by(started(), OTHER_PROVIDER)),
    ("TR382", lambda: [assigned(), started()], lambda: stopped(began=FIRST + timedelta(days=1))),
    ("TR415", lambda: [assigned(), started(), stopped()], lambda: stopped(LAST + timedelta(days=1), name="E2")),
    (
        "TR413",
        lambda: [assigned(), started(), stopped(reason="20")],
        lambda: stopped(LAST + timedelta(days=1), name="E2", reason="20"),
    ),
    (
        "TR414",
        lambda: [assigned(), started(), stopped(reason="20")],
        lambda: stopped(LAST - timedelta(days=1), name="E2"),
    ),
    ("TR389", lambda: [assigned(), declared(24000)], lambda: declared(24000, name="T2")),
    (
        "TR384",
        lambda: [changed(replace(ASSIGNMENT, ends_on=ASSIGNMENT.starts_on, change_reason="13"))],
        lambda: declared(24000),
    ),
    ("TR307", lambda: [changed(replace(ASSIGNMENT, starts_on=date(2026, 3, 9)))], lambda: declared(24000)),
    ("TR308", lambda: [changed(replace(ASSIGNMENT, ends_on=date(2026, 3, 9)))], lambda: declared(24000)),
    ("TR339", lambda: [changed(replace(ASSIGNMENT, product=Product("41"), volume=None))], lambda: declared(24000)),
    ("TR340", lambda: [assigned()], lambda: declared_for(code="45A04")),
    ("TR318", lambda: [assigned(), declared_for(period=APRIL, month=APRIL)], lambda: later(declared(24000))),
    ("TR319", lambda: [assigned()], lambda: declared_for(period=APRIL)),
    ("TR319", list, lambda: declared_for(period=APRIL)),
    (
        "TR333",
        lambda: [assigned(), numbered_as(declared(24000), "D1")],
        lambda: numbered_as(declared_for(period=APRIL, month=APRIL), "D1"),
    ),
    (
        "TR341",
        lambda: [changed(replace(ASSIGNMENT, volume=Volume(8, "16", "4")))],
        lambda: declared(24000),
    ),
    (
        "TR369",
        lambda: [changed(replace(ASSIGNMENT, product=None, volume=None, budget=23999))],
        lambda: declared(24000),
    ),
    ("TR387", lambda: [assigned()], lambda: declared_for(period=replace(MARCH, first=date(2026, 3, 2)))),
    ("TR388", lambda: [assigned()], lambda: declared_for(period=replace(MARCH, last=date(2026, 3, 30)))),
    (
        "TR390",
        lambda: [assigned(), declared(24000), credited(24000)],
        lambda: credited(24000, name="T325"),
    ),
    ("TR304", lambda: [assigned()], lambda: of(declared(24000), DAAN)),
    ("TR019", lambda: [assigned()], lambda: sent_by(declared(24000), OTHER_PROVIDER)),
]


@pytest.mark.parametrize(("rule", "before", "message"), CASES, ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)])
def test_a_message_that_cannot_be_true_is_refused(
    zeewaard: Organisation, rule: str, before: Before, message: Callable[[], Message]
) -> None:
    accepted = bring(zeewaard, *before())
    assert {result.state for result in accepted} <= {DeliveryState.DONE}
    was = dump()

    (result,) = bring(zeewaard, message())

    assert result.state is DeliveryState.REFUSED
    finding = next(finding for finding in result.findings if finding.refuses)
    assert finding.rule == rule
    assert finding.line is not None
    assert finding.line > 1
    assert all((finding.field, finding.what, finding.why, finding.todo))
    assert dump() == was


MONTHS: list[tuple[str, Before]] = [
    ("twee keer dezelfde maand", lambda: [declared(24000), declared_for(code="45A04", name="T8")]),
    ("een maand zonder declaratie", lambda: [declared(24000), declared_for(period=MAY, month=MAY)]),
    ("achteraf over een eerdere maand", lambda: [declared_for(month=APRIL)]),
    ("eerder verstuurd en later aangeleverd", lambda: [declared_for(period=APRIL, month=APRIL), declared(24000)]),
]


@pytest.mark.parametrize("messages", [each[1] for each in MONTHS], ids=[each[0] for each in MONTHS])
def test_months_that_a_provider_may_declare(zeewaard: Organisation, messages: Before) -> None:
    """TR318 and IV090: not before a month that he declared earlier; the order in which files come in says nothing."""
    results = bring(zeewaard, assigned_in_general(), *messages())
    assert [result.state for result in results] == [DeliveryState.DONE] * len(results)
    assert not [finding for result in results for finding in result.findings]


@pytest.mark.parametrize("kind", list(Kind))
def test_an_unknown_client_is_left_to_the_data_steward(zeewaard: Organisation, kind: Kind) -> None:
    message = EXAMPLES[kind]
    message = replace(message, clients=(replace(message.clients[0], bsn=UNKNOWN),))
    if message.declaration is not None:
        total = replace(message.declaration.total, cents=24000)
        message = replace(message, declaration=replace(message.declaration, total=total))
    was = dump("care.provision", "care.provisionevent", "care.declaration", "households", "access.subject")

    (result,) = bring(zeewaard, message)

    assert rules(result) == ["CLIENT"]
    line = write_message(message).decode()[: write_message(message).decode().index(">999990068<")].count("\n") + 1
    assert result.findings[0].line in {line, line - 1}
    assert (count(result, "to_review"), count(result, "created")) == (1, 0)
    assert dump("care.provision", "care.provisionevent", "care.declaration", "households", "access.subject") == was
    with in_the_register():
        item = ReviewItem.objects.get()
    assert UNKNOWN not in str(item.row)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_message_for_another_municipality_is_refused(kind: Kind) -> None:
    schagen = stage.make_municipality("0441")
    stage.settle(schagen, stage.NOOR, stage.DAAN)

    (result,) = bring(schagen, EXAMPLES[kind])

    assert (result.state, rules(result)) == (DeliveryState.REFUSED, ["GEMEENTE"])
    assert row_count(dump("care")) == 0


@pytest.mark.parametrize("kind", list(Kind))
def test_a_message_of_tomorrow_is_refused(zeewaard: Organisation, kind: Kind) -> None:
    dated = TODAY.date() + timedelta(days=1)
    (result,) = bring(zeewaard, numbered(EXAMPLES[kind], "X1", dated))
    assert (result.state, rules(result)) == (DeliveryState.REFUSED, ["TR135"])


BOMB = '<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
BROKEN: list[tuple[str, Callable[[str], str]]] = [
    ("XML", lambda text: text.replace("</", "<", 1)),
    ("DTD", lambda text: text.replace("?>", f"?>{BOMB}", 1)),
    ("OP192", lambda text: text.replace("BerichtVersie", "BerichtVersje")),
    ("CS025", lambda text: text.replace("BerichtVersie>3<", "BerichtVersie>2<")),
    ("RS047", lambda text: text.replace("BerichtCode>4", "BerichtCode>3")),
    ("CS002", lambda text: text.replace(NOOR, "999990018")),
]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(("rule", "spoil"), BROKEN, ids=[each[0] for each in BROKEN])
def test_a_broken_message_stores_nothing(
    zeewaard: Organisation, kind: Kind, rule: str, spoil: Callable[[str], str]
) -> None:
    message = EXAMPLES[kind]
    content = spoil(write_message(message).decode()).encode()

    result = bring_file(zeewaard, DeliveryKind.ISTANDAARDEN, file_name(message), content)

    assert result.state is DeliveryState.REFUSED
    assert rule in rules(result)
    assert next(finding.line for finding in result.findings if finding.rule == rule) is not None
    assert row_count(dump("care")) == 0


A, B, E, D = Kind.ASSIGNMENT, Kind.START, Kind.STOP, Kind.DECLARATION
SPOILED: list[tuple[Kind, str, str, str]] = [
    (A, "JZ020/WMO020", "Categorie>45<", "Categorie>99<"),
    (A, "CS003", "Einddatum>2026-12-31<", "Einddatum>2026-01-09<"),
    (A, "OP192", "ToegewezenProduct>", "ToegewezenDing>"),
    (B, "JZ020/WMO020", "Categorie>45<", "Categorie>99<"),
    (B, "TR134", "Begindatum>2026-01-12<", "Begindatum>2026-01-14<"),
    (B, "OP192", "StartProduct>", "StartDing>"),
    (E, "JZ588/WMO588", "RedenBeeindiging>31<", "RedenBeeindiging>21<"),
    (E, "TR018", "Einddatum>2026-06-30<", "Einddatum>2026-01-11<"),
    (E, "OP192", "StopProduct>", "StopDing>"),
    (D, "WJ756", "Eenheid>01<", "Eenheid>02<"),
    (D, "TR137", "Einddatum>2026-03-31<", "Einddatum>2026-02-28<"),
    (D, "OP192", "Prestatie>", "Ding>"),
]
"""Per kind a code outside its list, an end before the begin (of a start: after the message), and the schema broken."""


@pytest.mark.parametrize(("kind", "rule", "old", "new"), SPOILED, ids=[f"{case[0]}-{case[1]}" for case in SPOILED])
def test_a_wrong_code_a_wrong_day_and_a_wrong_field_are_refused_with_line_rule_and_reason(
    zeewaard: Organisation, kind: Kind, rule: str, old: str, new: str
) -> None:
    text = write_message(EXAMPLES[kind]).decode()
    assert old in text

    result = bring_file(zeewaard, DeliveryKind.ISTANDAARDEN, "kapot.xml", text.replace(old, new).encode())

    finding = next(finding for finding in result.findings if finding.rule == rule)
    assert (result.state, finding.refuses) == (DeliveryState.REFUSED, True)
    assert finding.line is not None
    assert new.split(">", maxsplit=1)[0] in text.replace(old, new).splitlines()[finding.line - 1]
    assert all((finding.what, finding.why, finding.todo))
    assert row_count(dump("care")) == 0


def test_of_a_declaration_only_the_client_with_the_fault_is_kept_out(zeewaard: Organisation) -> None:
    bring(zeewaard, assigned(), declared(24000))
    again, other = performance("R8"), performance("R7", 300300, cents=12000)
    both = Client(NOOR, performances=(again,)), Client(DAAN, performances=(other,))

    (result,) = bring(zeewaard, numbered(declaration_message(*both), "T2"))

    assert (result.state, rules(result)) == (DeliveryState.DONE, ["TR389", "TR338"])
    assert (count(result, "refused"), count(result, "created")) == (1, 1)
    with in_the_register():
        assert set(Declaration.objects.values_list("reference", flat=True)) == {"R0", "R7"}


def test_one_reference_may_stand_in_a_message_twice(zeewaard: Organisation) -> None:
    earlier = replace(
        performance("R1"), period=replace(performance("R1").period, first=date(2026, 2, 1), last=date(2026, 2, 28))
    )
    (result,) = bring(zeewaard, declaration_message(Client(NOOR, performances=(performance("R1"), earlier))))
    assert result.state is DeliveryState.DONE
    with in_the_register():
        assert Declaration.objects.filter(reference="R1").count() == 2


def test_a_client_part_is_taken_whole_or_not_at_all(zeewaard: Organisation) -> None:
    bring(zeewaard, assigned())
    other: Assignment = replace(ASSIGNMENT, number=300777, product=Product("41", "41A01"))
    (result,) = bring(zeewaard, of(numbered(assignment_message(ASSIGNMENT, other), "A2"), DAAN))
    assert result.state is DeliveryState.REFUSED
    with in_the_register():
        assert Provision.objects.count() == 1


def told(result: Result) -> list[str]:
    return [str(finding) for finding in result.findings]


def test_a_finding_never_repeats_a_value(zeewaard: Organisation) -> None:
    (result,) = bring(zeewaard, of(assigned(), UNKNOWN))
    assert UNKNOWN not in "".join(told(result))
