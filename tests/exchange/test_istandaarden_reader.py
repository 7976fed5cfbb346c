"""How a file is taken or left: size, encoding, kind, version, and what happens with thousands of faults."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.exchange.findings import Severity
from kring.exchange.istandaarden import parsing, reader
from kring.exchange.istandaarden.catalogue import MESSAGE_TYPES, Kind, Law, MessageType, Sender, message_type
from kring.exchange.istandaarden.codes import PRODUCT_CATEGORY, STOP_REASON
from kring.exchange.istandaarden.messages import Product, Start
from kring.exchange.istandaarden.reader import Status, read_message
from kring.exchange.istandaarden.writer import write_message
from tests.exchange import examples


def rules(data: bytes, **how: date) -> list[str]:
    return [finding.rule for finding in read_message(data, "bericht.xml", **how).findings]


@pytest.mark.parametrize("kind", Kind)
def test_a_correct_message_has_no_findings(kind: Kind) -> None:
    result = read_message(write_message(examples.EXAMPLES[kind]), "goed.xml")

    assert (result.status, result.findings) == (Status.READ, ())


def test_a_wmo_message_is_the_same_message_under_another_law() -> None:
    housework = replace(examples.ASSIGNMENT, product=Product("01", "01A01"))
    message = examples.assignment_message(housework, law=Law.WMO)

    result = read_message(write_message(message), "wmo.xml")

    assert result.message == message
    assert result.type == message_type(Law.WMO, "301")


def test_each_product_knows_its_line() -> None:
    data = write_message(examples.assignment_message())
    message = read_message(data, "regels.xml").message
    lines = data.decode().splitlines()

    assert message is not None
    assert [lines[each.line - 1].strip() for each in message.clients[0].assignments] == [
        "<jw301:ToegewezenProduct>"
    ] * 2


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "XML"),
        (b"   \n", "XML"),
        (b"Geachte heer, mevrouw", "XML"),
        (b"<brief>Beste</brief>", "BERICHTSOORT"),
        (b"<a>&b;</a>", "XML"),
        (b"<a>\xff</a>", "XML"),
        ("<a/>".encode("utf-16"), "OP192"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><a/>', "OP192"),
        (b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE', "OP192"),
        (b"<a>" * 300 + b"</a>" * 300, "XML"),
        (b'<Bericht xmlns="http://www.istandaarden.nl/ijw/3_2/jw303/schema"/>', "BERICHTSOORT"),
        (b'<Anders xmlns="http://www.istandaarden.nl/ijw/3_2/jw305/schema"/>', "BERICHTSOORT"),
        (b'<Bericht xmlns="http://www.istandaarden.nl/ijw/3_2/jw305/schema"/>', "OP192"),
        (b'<Bericht xmlns="http://www.istandaarden.nl/ijw/3_2/jw315/schema"/>', "OP192"),
    ],
)
def test_what_is_no_message_is_refused_with_a_reason(data: bytes, rule: str) -> None:
    assert read_message(data, "vreemd").status is Status.REFUSED
    assert rules(data)[0] == rule


@pytest.mark.parametrize(
    ("namespace", "word"),
    [
        ("http://www.istandaarden.nl/ijw/3_1/jw305/schema", "andere versie"),
        ("http://www.stufstandaarden.nl/koppelvlak/ggk0210", "StUF-envelop"),
        ("http://example.org", "geen bericht"),
    ],
)
def test_an_unknown_root_is_told_apart(namespace: str, word: str) -> None:
    result = read_message(f'<Bericht xmlns="{namespace}"/>'.encode(), "vreemd.xml")

    assert word in result.findings[0].what


def test_a_file_over_25_megabytes_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_message(examples.start_message())
    monkeypatch.setattr(parsing, "LARGEST", len(data) - 1)

    assert rules(data) == ["OP179"]


def test_a_byte_order_mark_is_read_over_and_mentioned() -> None:
    result = read_message(b"\xef\xbb\xbf" + write_message(examples.start_message()), "bom.xml")

    assert result.status is Status.READ
    assert [(each.rule, each.severity) for each in result.findings] == [("OP192", Severity.WARNING)]


def test_comments_and_instructions_are_no_content() -> None:
    data = write_message(examples.start_message())
    data = data.replace(b"999990019", b"9999<!-- Noor -->90019<?druk af?>")

    message = read_message(data, "opmerking.xml").message

    assert message is not None
    assert message.clients[0].bsn == examples.NOOR


def test_a_changed_delivery_is_taken_with_a_warning() -> None:
    data = write_message(examples.start_message(Start(date(2026, 1, 12), "2", 300201)))
    result = read_message(data, "wijziging.xml")

    assert result.status is Status.READ
    assert [(each.rule, each.severity) for each in result.findings] == [("CS058", Severity.WARNING)]


def test_a_message_from_the_future_is_refused_when_today_is_known() -> None:
    data = write_message(examples.start_message())

    assert rules(data) == []
    assert rules(data, today=date(2026, 1, 13)) == []
    assert rules(data, today=date(2026, 1, 12)) == ["TR135"]


def test_a_file_with_many_faults_names_the_first_and_counts_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_message(examples.start_message()).replace(b"</jw305:Client>", b"<x/>" * 10 + b"</jw305:Client>")
    monkeypatch.setattr(reader, "MOST_FINDINGS", 3)

    findings = read_message(data, "veel.xml").findings

    assert len(findings) == 4
    assert "nog 7 bevindingen" in findings[-1].what
    assert findings[-1].refuses


def unprocessed(message: MessageType, *, code: str | None = None, body: str = "") -> bytes:
    sender, receiver = ("0999", "90000001") if message.sender is Sender.MUNICIPALITY else ("90000001", "0999")
    return f"""<m:Bericht xmlns:m="{message.namespace}" xmlns:b="{message.law.base_namespace}"><m:Header>
        <m:BerichtCode>{code or message.code or "415"}</m:BerichtCode>
        <m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie>
        <m:Afzender>{sender}</m:Afzender><m:Ontvanger>{receiver}</m:Ontvanger>
        <m:BerichtIdentificatie><b:Identificatie>1</b:Identificatie><b:Dagtekening>2026-01-05</b:Dagtekening>
        </m:BerichtIdentificatie><m:XsdVersie><b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>
        <b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie></m:XsdVersie><m:IdentificatieRetour>1</m:IdentificatieRetour>
        </m:Header>{body}</m:Bericht>""".encode()


UNPROCESSED = [message for message in MESSAGE_TYPES if message.kind is None]


@pytest.mark.parametrize("message", UNPROCESSED, ids=lambda message: message.name)
def test_the_other_messages_are_valid_and_not_processed_yet(message: MessageType) -> None:
    result = read_message(unprocessed(message), "ander.xml")

    assert result.status is Status.NOT_PROCESSED
    assert result.type == message
    assert [each.severity for each in result.findings] == [Severity.NOTE]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (unprocessed(message_type(Law.JEUGDWET, "315"), code="436"), "RS047"),
        (unprocessed(message_type(Law.WMO, "317"), body="<m:Bsn>999990018</m:Bsn>"), "CS002"),
        (unprocessed(message_type(Law.WMO, "317"), body="<m:Einddatum>2026-06-31</m:Einddatum>"), "RS032"),
    ],
)
def test_another_message_with_a_wrong_header_date_or_bsn_is_refused(data: bytes, rule: str) -> None:
    assert read_message(data, "ander.xml").status is Status.REFUSED
    assert rules(data) == [rule]


def test_both_laws_have_fourteen_messages() -> None:
    assert len(MESSAGE_TYPES) == 28
    assert len(UNPROCESSED) == 20


def test_a_code_has_a_label_per_law() -> None:
    assert STOP_REASON.label(Law.JEUGDWET, "31") != STOP_REASON.label(Law.WMO, "31")
    assert PRODUCT_CATEGORY.label(Law.WMO, "02") == "Begeleiding"
    assert PRODUCT_CATEGORY.label(Law.WMO, "99") == "99"


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_mangled_file_gives_a_result_and_never_an_error(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(Kind))
    content = bytearray(write_message(examples.EXAMPLES[kind]))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        length = data.draw(st.integers(0, 40))
        content[place : place + length] = data.draw(
            st.binary(max_size=8) | st.sampled_from([b"<", b">", b"&amp;", b"&#0;", b"<!--", b"]]>", b"9", b"</ijw:"])
        )

    result = read_message(bytes(content), "vermalen.xml")

    assert (result.message is None) == (result.status is not Status.READ)
    assert result.status is Status.READ or result.findings


@given(st.binary(max_size=300))
def test_any_bytes_give_a_result(data: bytes) -> None:
    assert read_message(data, "willekeurig").status is Status.REFUSED
