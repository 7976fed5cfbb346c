"""A checked tree to the model; every required field is there, because the structure check came first."""

from datetime import date, time

from kring.exchange.istandaarden.catalogue import Kind, MessageType
from kring.exchange.istandaarden.datatypes import parse_clock, parse_day
from kring.exchange.istandaarden.messages import (
    Amount,
    Assignment,
    Client,
    Declaration,
    Header,
    Message,
    Performance,
    Product,
    Span,
    Start,
    Stop,
    Volume,
)
from kring.exchange.istandaarden.node import Node
from kring.exchange.istandaarden.person_from_nodes import person


def message(root: Node, kind: MessageType, reads: Kind) -> Message:
    """The whole message; `kind.kind` is `reads`."""
    holder = "Declaratie/Clienten/Client" if reads is Kind.DECLARATION else "Client"
    declared = root.find("Declaratie")
    return Message(
        law=kind.law,
        kind=reads,
        header=_header(root),
        clients=tuple(_client(node, reads) for node in root.all(holder)),
        declaration=None if declared is None else _declaration(declared),
    )


def _header(root: Node) -> Header:
    return Header(
        sender=root.must("Header/Afzender"),
        receiver=root.must("Header/Ontvanger"),
        identification=root.must("Header/BerichtIdentificatie/Identificatie"),
        dated=_day(root, "Header/BerichtIdentificatie/Dagtekening"),
        base_version=root.must("Header/XsdVersie/BasisschemaXsdVersie"),
        message_version=root.must("Header/XsdVersie/BerichtXsdVersie"),
    )


def _client(node: Node, reads: Kind) -> Client:
    return Client(
        bsn=node.must("Bsn"),
        person=None if reads is Kind.DECLARATION else person(node),
        assignments=tuple(_assignment(each) for each in node.all("ToegewezenProducten/ToegewezenProduct")),
        starts=tuple(_start(each) for each in node.all("StartProducten/StartProduct")),
        stops=tuple(_stop(each) for each in node.all("StopProducten/StopProduct")),
        performances=tuple(_performance(each) for each in node.all("Prestaties/Prestatie")),
        line=node.line,
    )


def _assignment(node: Node) -> Assignment:
    return Assignment(
        number=int(node.must("ToewijzingNummer")),
        assigned_on=_day(node, "Toewijzingsdatum"),
        assigned_at=_clock(node, "Toewijzingstijd"),
        starts_on=_day(node, "Ingangsdatum"),
        ends_on=node.day("Einddatum"),
        product=_product(node),
        volume=_volume(node),
        budget=node.number("Budget"),
        change_reason=node.text_of("RedenWijziging"),
        provider_reference=node.text_of("ReferentieAanbieder"),
        comment=node.text_of("Commentaar"),
        line=node.line,
    )


def _start(node: Node) -> Start:
    return Start(
        starts_on=_day(node, "Begindatum"),
        status=node.must("StatusAanlevering"),
        assignment=node.number("ToewijzingNummer"),
        product=_product(node),
        assigned_from=node.day("ToewijzingIngangsdatum"),
        line=node.line,
    )


def _stop(node: Node) -> Stop:
    return Stop(
        starts_on=_day(node, "Begindatum"),
        ends_on=_day(node, "Einddatum"),
        reason=node.must("RedenBeeindiging"),
        status=node.must("StatusAanlevering"),
        assignment=node.number("ToewijzingNummer"),
        product=_product(node),
        assigned_from=node.day("ToewijzingIngangsdatum"),
        line=node.line,
    )


def _performance(node: Node) -> Performance:
    return Performance(
        reference=node.must("ProductReferentie/ReferentieNummer"),
        assignment=int(node.must("ToewijzingNummer")),
        category=node.must("ProductCategorie"),
        code=node.must("ProductCode"),
        period=_span(node, "ProductPeriode"),
        volume=int(node.must("GeleverdVolume")),
        unit=node.must("Eenheid"),
        amount=_amount(node, "IngediendBedrag", "Bedrag"),
        tariff=node.number("ProductTarief"),
        previous_reference=node.text_of("ProductReferentie/VorigReferentieNummer"),
        line=node.line,
    )


def _declaration(node: Node) -> Declaration:
    return Declaration(
        number=node.must("DeclaratieNummer"),
        period=_span(node, "DeclaratiePeriode"),
        dated=_day(node, "DeclaratieDagtekening"),
        total=_amount(node, "TotaalIngediendBedrag", "TotaalBedrag"),
    )


def _product(node: Node) -> Product | None:
    found = node.find("Product")
    return None if found is None else Product(found.must("Categorie"), found.text_of("Code"))


def _volume(node: Node) -> Volume | None:
    found = node.find("Omvang")
    if found is None:
        return None
    return Volume(int(found.must("Volume")), found.must("Eenheid"), found.must("Frequentie"))


def _span(node: Node, path: str) -> Span:
    return Span(_day(node, f"{path}/Begindatum"), _day(node, f"{path}/Einddatum"))


def _amount(node: Node, path: str, name: str) -> Amount:
    return Amount(int(node.must(f"{path}/{name}")), node.must(f"{path}/DebetCredit") == "C")


def _day(node: Node, path: str) -> date:
    day = parse_day(node.must(path))
    if day is None:
        raise ValueError(path)
    return day


def _clock(node: Node, path: str) -> time:
    clock = parse_clock(node.must(path))
    if clock is None:
        raise ValueError(path)
    return clock
