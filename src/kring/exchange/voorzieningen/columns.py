"""The columns of the CSV; `docs/uitwisseling/voorzieningen.md` explains them, and a test keeps the two alike."""

from dataclasses import dataclass

from kring.exchange.voorzieningen.records import CostStatus, DeliveryScope, ServiceLaw


@dataclass(frozen=True, slots=True)
class Column:
    """`required` columns stand in every file; the others may be left out or left empty."""

    name: str
    longest: int
    required: bool = False


COLUMNS = (
    Column("gemeente", 4, required=True),
    Column("bron", 60, required=True),
    Column("levering", 10, required=True),
    Column("peildatum", 10, required=True),
    Column("zaaknummer", 60, required=True),
    Column("wet", 20, required=True),
    Column("voorziening", 200, required=True),
    Column("bsn", 9),
    Column("achternaam", 200),
    Column("voorvoegsel", 20),
    Column("voornamen", 200),
    Column("geboortedatum", 10),
    Column("postcode", 7),
    Column("huisnummer", 5),
    Column("huisletter", 1),
    Column("toevoeging", 10),
    Column("begindatum", 10, required=True),
    Column("einddatum", 10),
    Column("kostenstatus", 20, required=True),
    Column("kosten_per_jaar", 20),
    Column("kosten_eenmalig", 20),
    Column("aanbieder", 160, required=True),
    Column("aanbieder_agb", 8),
    Column("professional", 120),
    Column("functie", 120),
    Column("organisatie", 160),
)
NAMES = tuple(column.name for column in COLUMNS)
LONGEST = {column.name: column.longest for column in COLUMNS}
REQUIRED = tuple(column.name for column in COLUMNS if column.required)
WITHOUT_BSN = ("achternaam", "geboortedatum", "postcode", "huisnummer")
PER_FILE = ("gemeente", "bron", "levering", "peildatum")
PER_PROFESSIONAL = ("professional", "functie", "organisatie")

LAWS = {law.value: law for law in ServiceLaw} | {
    "schuldhulpverlening": ServiceLaw.SCHULDHULP,
    "wgs": ServiceLaw.SCHULDHULP,
    "leerplichtwet": ServiceLaw.LEERPLICHT,
    "onderwijs": ServiceLaw.LEERPLICHT,
    "werk": ServiceLaw.PARTICIPATIEWET,
    "vrijwilligershulp": ServiceLaw.OTHER,
    "welzijn": ServiceLaw.OTHER,
}
SCOPES = {scope.value: scope for scope in DeliveryScope}
STATUSES = {status.value: status for status in CostStatus} | {
    "niet van de gemeente": CostStatus.ELSEWHERE,
    "niet_van_gemeente": CostStatus.ELSEWHERE,
}
