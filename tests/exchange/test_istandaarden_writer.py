"""What is written is read back the same, and what the standard forbids is not written."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.messages import Amount, Client, Message
from kring.exchange.istandaarden.reader import Status, read_message
from kring.exchange.istandaarden.writer import UnwritableMessageError, file_name, write_message
from tests.exchange import examples
from tests.exchange.message_strategies import messages


@given(messages())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_message_is_read_back_the_same(message: Message) -> None:
    back = read_message(write_message(message), "terug.xml")

    assert back.status is Status.READ
    assert back.message == message


@pytest.mark.parametrize("kind", Kind)
def test_the_same_message_gives_the_same_bytes(kind: Kind) -> None:
    assert write_message(examples.EXAMPLES[kind]) == write_message(examples.EXAMPLES[kind])


def test_a_message_is_utf_8_with_windows_line_ends_and_no_byte_order_mark() -> None:
    data = write_message(examples.start_message())

    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\r\n')
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_file_name_holds_no_person() -> None:
    assert file_name(examples.start_message()) == "JW305_90000001_T305.xml"


def test_a_comment_of_two_lines_comes_back_with_both() -> None:
    two_lines = replace(examples.ASSIGNMENT, comment="eerste\r\ntweede <regel> & meer")
    message = examples.assignment_message(two_lines)

    back = read_message(write_message(message), "terug.xml").message

    assert back == message


def test_a_message_that_would_be_refused_is_not_written() -> None:
    with pytest.raises(UnwritableMessageError) as refusal:
        write_message(examples.declaration_message(cents=1))

    assert [finding.rule for finding in refusal.value.findings] == ["TR358"]


def test_a_start_needs_its_person() -> None:
    message = examples.start_message()
    nobody = replace(message, clients=(replace(message.clients[0], person=None),))

    with pytest.raises(UnwritableMessageError):
        write_message(nobody)


def test_a_message_holds_only_what_belongs_to_its_kind() -> None:
    start = examples.start_message()

    with pytest.raises(ValueError, match="belongs to its kind"):
        replace(start, clients=examples.stop_message().clients)
    with pytest.raises(ValueError, match="exactly one client"):
        replace(start, clients=(*start.clients, *start.clients))
    with pytest.raises(ValueError, match="has a declaration"):
        replace(examples.declaration_message(), declaration=None)


def test_both_sides_of_a_message_are_known_by_role() -> None:
    assert examples.assignment_message().provider == examples.stop_message().provider == examples.DE_KADE
    assert examples.assignment_message().municipality == examples.stop_message().municipality


def test_a_credit_takes_back() -> None:
    assert Amount(500, credit=True).signed == -500


def test_a_removed_assignment_counts_as_never_sent() -> None:
    removed = replace(examples.ASSIGNMENT, starts_on=date(2026, 2, 1), ends_on=date(2026, 2, 1), change_reason="13")

    assert removed.is_removed
    assert not replace(removed, change_reason="14").is_removed


def test_a_declaration_gives_each_performance_with_its_client() -> None:
    pairs = list(examples.declaration_message().performances())

    assert [(client.bsn, each.reference) for client, each in pairs] == [
        (examples.NOOR, "R1"),
        (examples.DAAN, "R2"),
    ]
    assert all(isinstance(client, Client) for client, _ in pairs)
