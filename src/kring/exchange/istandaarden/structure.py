"""How the messages of iJw and iWmo 3.2 are built: groups, fields, order, and how often each may occur.

Both laws share one structure; only the BerichtCode and some code lists differ. A conformance test holds this
description against the official schemas.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from kring.exchange.istandaarden import codes, datatypes
from kring.exchange.istandaarden.catalogue import Kind, MessageType, Sender
from kring.exchange.istandaarden.datatypes import Clock, Code, Constant, Datatype, Day, Number, Text


@dataclass(frozen=True, eq=False)
class Group:
    """Fields in their order. `shared` groups are the same in every message and live in the base namespace."""

    fields: tuple["Field", ...]
    shared: bool = False

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each field by its name."""
        return {field.name: place for place, field in enumerate(self.fields)}


@dataclass(frozen=True, slots=True)
class Field:
    """A named place in a group: once by default."""

    name: str
    content: Datatype | Group
    required: bool = True
    many: bool = False


def _optional(name: str, content: Datatype | Group) -> Field:
    return Field(name, content, required=False)


def _shared(*fields: Field) -> Group:
    return Group(fields, shared=True)


def _list_of(name: str, content: Group) -> Group:
    return Group((Field(name, content, many=True),))


DAY = Day()
SURNAME = _shared(Field("Achternaam", Text(200)), _optional("Voorvoegsel", Text(10)))
SHORT_NAME = _shared(
    Field("Geslachtsnaam", SURNAME),
    _optional("Voornamen", Text(200)),
    _optional("Voorletters", datatypes.INITIALS),
)
FULL_NAME = _shared(
    Field("Geslachtsnaam", SURNAME),
    _optional("Partnernaam", SURNAME),
    _optional("Voornamen", Text(200)),
    _optional("Voorletters", datatypes.INITIALS),
    Field("NaamGebruik", Code(codes.NAME_USE)),
)
BIRTH = _shared(Field("Datum", DAY), _optional("DatumGebruik", Code(codes.DATE_USE)))
PRODUCT = _shared(Field("Categorie", Code(codes.PRODUCT_CATEGORY)), _optional("Code", Text(5)))
CLOSED_PERIOD = _shared(Field("Begindatum", DAY), Field("Einddatum", DAY))
OPEN_PERIOD = _shared(_optional("Begindatum", DAY), _optional("Einddatum", DAY))
PHONE = _shared(Field("Telefoonnummer", datatypes.PHONE), Field("Landnummer", Text(4)))
ADDRESS = _shared(
    _optional(
        "Huis",
        _shared(
            Field("Huisnummer", Number(99_999)),
            _optional("Huisletter", Text(1)),
            _optional("HuisnummerToevoeging", Text(4)),
            _optional("AanduidingWoonadres", Code(codes.HOUSE_DESIGNATION)),
        ),
    ),
    _optional("Postcode", Text(8)),
    _optional("Straatnaam", Text(24)),
    _optional("Plaatsnaam", Text(80)),
    _optional("LandCode", Code(codes.COUNTRY)),
)
AMOUNT = _shared(Field("Bedrag", Number(99_999_999)), Field("DebetCredit", Code(codes.DEBIT_CREDIT)))
TOTAL = _shared(Field("TotaalBedrag", Number(999_999_999_999)), Field("DebetCredit", Code(codes.DEBIT_CREDIT)))
IDENTIFICATION = _shared(Field("Identificatie", Text(12)), Field("Dagtekening", DAY))
VERSIONS = _shared(Field("BasisschemaXsdVersie", datatypes.VERSION), Field("BerichtXsdVersie", datatypes.VERSION))
CONTACT = Group(
    (
        Field("Soort", Code(codes.ADDRESS_KIND)),
        _optional("Adres", ADDRESS),
        _optional("Organisatie", Text(35)),
        _optional("Telefoon", _shared(Field("Telefoon01", PHONE), _optional("Telefoon02", PHONE))),
        _optional("Emailadres", Text(80)),
        _optional("Periode", OPEN_PERIOD),
    )
)
RELATION = Group(
    (
        Field("Nummer", Text(20)),
        _optional("Volgorde", Number(99)),
        Field("Soort", Code(codes.RELATION)),
        _optional("Geboortedatum", BIRTH),
        _optional("Geslacht", Code(codes.SEX)),
        Field("Naam", FULL_NAME),
        Field("Contact", CONTACT),
    )
)
ASSIGNMENT = Group(
    (
        Field("ToewijzingNummer", Number(999_999_999)),
        _optional("ReferentieAanbieder", Text(36)),
        _optional("Product", PRODUCT),
        Field("Toewijzingsdatum", DAY),
        Field("Toewijzingstijd", Clock()),
        Field("Ingangsdatum", DAY),
        _optional("Einddatum", DAY),
        _optional("RedenWijziging", Code(codes.CHANGE_REASON)),
        _optional(
            "Omvang",
            _shared(
                Field("Volume", Number(99_999_999)),
                Field("Eenheid", Code(codes.UNIT)),
                Field("Frequentie", Code(codes.FREQUENCY)),
            ),
        ),
        _optional("Budget", Number(99_999_999)),
        _optional("Commentaar", Text()),
    )
)
_BASED_ON = (
    _optional("ToewijzingNummer", Number(999_999_999)),
    _optional("Product", PRODUCT),
    _optional("ToewijzingIngangsdatum", DAY),
    Field("Begindatum", DAY),
)
START = Group((*_BASED_ON, Field("StatusAanlevering", Code(codes.DELIVERY_STATUS))))
STOP = Group(
    (
        *_BASED_ON,
        Field("RedenBeeindiging", Code(codes.STOP_REASON)),
        Field("Einddatum", DAY),
        Field("StatusAanlevering", Code(codes.DELIVERY_STATUS)),
    )
)
PERFORMANCE = Group(
    (
        Field(
            "ProductReferentie",
            _shared(
                Field("ReferentieNummer", datatypes.REFERENCE),
                _optional("VorigReferentieNummer", datatypes.REFERENCE),
            ),
        ),
        Field("ToewijzingNummer", Number(999_999_999)),
        Field("ProductCategorie", Code(codes.PRODUCT_CATEGORY)),
        Field("ProductCode", Text(5)),
        Field("ProductPeriode", CLOSED_PERIOD),
        Field("GeleverdVolume", Number(99_999_999)),
        Field("Eenheid", Code(codes.UNIT)),
        _optional("ProductTarief", Number(99_999_999)),
        Field("IngediendBedrag", AMOUNT),
    )
)
_PERSON = (
    Field("Bsn", datatypes.BSN),
    Field("Geboortedatum", BIRTH),
    Field("Geslacht", Code(codes.SEX)),
)
_BODIES = {
    Kind.ASSIGNMENT: Field(
        "Client",
        Group(
            (
                *_PERSON,
                Field("Naam", FULL_NAME),
                _optional(
                    "Communicatie",
                    _shared(Field("Vorm", Code(codes.COMMUNICATION)), _optional("Taal", Text(25))),
                ),
                _optional("JuridischeStatus", Code(codes.LEGAL_STATUS)),
                _optional("WettelijkeVertegenwoordiging", Code(codes.REPRESENTATION)),
                _optional("Commentaar", Text()),
                _optional("Relaties", _list_of("Relatie", RELATION)),
                Field("Contactgegevens", _list_of("Contact", CONTACT)),
                Field("ToegewezenProducten", _list_of("ToegewezenProduct", ASSIGNMENT)),
            )
        ),
    ),
    Kind.START: Field(
        "Client",
        Group((*_PERSON, Field("Naam", SHORT_NAME), Field("StartProducten", _list_of("StartProduct", START)))),
    ),
    Kind.STOP: Field(
        "Client",
        Group((*_PERSON, Field("Naam", SHORT_NAME), Field("StopProducten", _list_of("StopProduct", STOP)))),
    ),
    Kind.DECLARATION: Field(
        "Declaratie",
        Group(
            (
                Field("DeclaratieNummer", datatypes.DECLARATION_NUMBER),
                Field("DeclaratiePeriode", CLOSED_PERIOD),
                Field("DeclaratieDagtekening", DAY),
                Field("TotaalIngediendBedrag", TOTAL),
                Field(
                    "Clienten",
                    _list_of(
                        "Client",
                        Group(
                            (
                                Field("Bsn", datatypes.BSN),
                                Field("Prestaties", _list_of("Prestatie", PERFORMANCE)),
                            )
                        ),
                    ),
                ),
            )
        ),
    ),
}


@cache
def header(message: MessageType) -> Group:
    """The first seven fields of the header: all that a message which is not processed is checked on."""
    from_municipality = message.sender is Sender.MUNICIPALITY
    return Group(
        (
            Field("BerichtCode", datatypes.message_code(message.code)),
            Field("BerichtVersie", Constant(3, "CS025")),
            Field("BerichtSubversie", Constant(2, "CS015")),
            Field("Afzender", datatypes.MUNICIPALITY if from_municipality else datatypes.AGB),
            Field("Ontvanger", datatypes.AGB if from_municipality else datatypes.MUNICIPALITY),
            Field("BerichtIdentificatie", IDENTIFICATION),
            Field("XsdVersie", VERSIONS),
        )
    )


@cache
def structure(message: MessageType, kind: Kind) -> Group:
    """The whole message below its root element."""
    return Group((Field("Header", header(message)), _BODIES[kind]))
