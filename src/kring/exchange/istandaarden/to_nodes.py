"""The model to a tree with the official element names, in the order of the standard."""

from kring.exchange.istandaarden.building import group, leaf, list_if_any
from kring.exchange.istandaarden.messages import (
    Amount,
    Assignment,
    Client,
    Declaration,
    Message,
    Performance,
    Product,
    Span,
    Start,
    Stop,
)
from kring.exchange.istandaarden.node import Node
from kring.exchange.istandaarden.person_to_nodes import person


def message(value: Message) -> Node:
    if value.declaration is None:
        return group("Bericht", _header(value), *map(_client, value.clients))
    return group("Bericht", _header(value), _declaration(value.declaration, value.clients))


def _header(value: Message) -> Node:
    header = value.header
    return group(
        "Header",
        leaf("BerichtCode", value.code),
        leaf("BerichtVersie", 3),
        leaf("BerichtSubversie", 2),
        leaf("Afzender", header.sender),
        leaf("Ontvanger", header.receiver),
        group(
            "BerichtIdentificatie",
            leaf("Identificatie", header.identification),
            leaf("Dagtekening", header.dated),
        ),
        group(
            "XsdVersie",
            leaf("BasisschemaXsdVersie", header.base_version),
            leaf("BerichtXsdVersie", header.message_version),
        ),
    )


def _client(value: Client) -> Node:
    return group(
        "Client",
        leaf("Bsn", value.bsn),
        *(() if value.person is None else person(value.person)),
        list_if_any("ToegewezenProducten", map(_assignment, value.assignments)),
        list_if_any("StartProducten", map(_start, value.starts)),
        list_if_any("StopProducten", map(_stop, value.stops)),
        list_if_any("Prestaties", map(_performance, value.performances)),
    )


def _declaration(value: Declaration, clients: tuple[Client, ...]) -> Node:
    return group(
        "Declaratie",
        leaf("DeclaratieNummer", value.number),
        _span("DeclaratiePeriode", value.period),
        leaf("DeclaratieDagtekening", value.dated),
        _amount("TotaalIngediendBedrag", "TotaalBedrag", value.total),
        list_if_any("Clienten", map(_client, clients)),
    )


def _assignment(value: Assignment) -> Node:
    volume = value.volume
    return group(
        "ToegewezenProduct",
        leaf("ToewijzingNummer", value.number),
        leaf("ReferentieAanbieder", value.provider_reference),
        _product(value.product),
        leaf("Toewijzingsdatum", value.assigned_on),
        leaf("Toewijzingstijd", value.assigned_at),
        leaf("Ingangsdatum", value.starts_on),
        leaf("Einddatum", value.ends_on),
        leaf("RedenWijziging", value.change_reason),
        None
        if volume is None
        else group(
            "Omvang",
            leaf("Volume", volume.amount),
            leaf("Eenheid", volume.unit),
            leaf("Frequentie", volume.frequency),
        ),
        leaf("Budget", value.budget),
        leaf("Commentaar", value.comment),
    )


def _start(value: Start) -> Node:
    return group(
        "StartProduct",
        leaf("ToewijzingNummer", value.assignment),
        _product(value.product),
        leaf("ToewijzingIngangsdatum", value.assigned_from),
        leaf("Begindatum", value.starts_on),
        leaf("StatusAanlevering", value.status),
    )


def _stop(value: Stop) -> Node:
    return group(
        "StopProduct",
        leaf("ToewijzingNummer", value.assignment),
        _product(value.product),
        leaf("ToewijzingIngangsdatum", value.assigned_from),
        leaf("Begindatum", value.starts_on),
        leaf("RedenBeeindiging", value.reason),
        leaf("Einddatum", value.ends_on),
        leaf("StatusAanlevering", value.status),
    )


def _performance(value: Performance) -> Node:
    return group(
        "Prestatie",
        group(
            "ProductReferentie",
            leaf("ReferentieNummer", value.reference),
            leaf("VorigReferentieNummer", value.previous_reference),
        ),
        leaf("ToewijzingNummer", value.assignment),
        leaf("ProductCategorie", value.category),
        leaf("ProductCode", value.code),
        _span("ProductPeriode", value.period),
        leaf("GeleverdVolume", value.volume),
        leaf("Eenheid", value.unit),
        leaf("ProductTarief", value.tariff),
        _amount("IngediendBedrag", "Bedrag", value.amount),
    )


def _product(value: Product | None) -> Node | None:
    if value is None:
        return None
    return group("Product", leaf("Categorie", value.category), leaf("Code", value.code))


def _span(name: str, value: Span) -> Node:
    return group(name, leaf("Begindatum", value.first), leaf("Einddatum", value.last))


def _amount(name: str, amount_name: str, value: Amount) -> Node:
    side = "C" if value.credit else "D"
    return group(name, leaf(amount_name, value.cents), leaf("DebetCredit", side))
