"""What can be wrong with a file, a row or a cell, in words; never with a value from the file."""

from dataclasses import dataclass

_SAVE_AGAIN = "Bewaar het bestand opnieuw als CSV UTF-8."
_SEE_FORMAT = "Vergelijk de eerste regel met het voorbeeld in de handleiding."


@dataclass(frozen=True, slots=True)
class Fault:
    """`field` is a column of ours; `warns` leaves the row as it is."""

    rule: str
    what: str
    why: str
    todo: str
    field: str = ""
    warns: bool = False


class UnreadableTableError(Exception):
    """The file cannot be taken as a table at all."""

    def __init__(self, fault: Fault, line: int | None = None) -> None:
        super().__init__(fault.what)
        self.fault = fault
        self.line = line


TOO_LARGE = Fault(
    "CSV-GROOTTE", "Het bestand is te groot.", "Kring leest tot 50 MB per bestand.", "Lever het in delen, aanvullend."
)
EMPTY = Fault("CSV-LEEG", "Het bestand is leeg.", "Er staan geen kolomnamen in.", _SAVE_AGAIN)
NO_ROWS = Fault(
    "CSV-LEEG",
    "Het bestand heeft geen regels onder de kolomnamen.",
    "Een volledige levering zonder regels zou alles beëindigen.",
    "Controleer de uitvoer van het bronsysteem.",
)
ENCODING = Fault("CSV-TEKENS", "De tekens zijn niet te lezen.", "Kring leest UTF-8 en Windows-1252.", _SAVE_AGAIN)
NOT_CSV = Fault(
    "CSV-REGEL",
    "Vanaf hier is het bestand geen CSV meer.",
    "Een aanhalingsteken is niet gesloten of staat midden in een waarde.",
    "Zet een waarde met een scheidingsteken of aanhalingsteken tussen dubbele aanhalingstekens.",
)
NO_HEADER = Fault("CSV-KOP", "De kolomnamen ontbreken.", "De eerste regel noemt de kolommen.", _SEE_FORMAT)
DOUBLE_COLUMN = Fault("CSV-KOP", "Een kolom staat dubbel.", "Elke kolom komt één keer voor.", _SEE_FORMAT)
CROWDED = Fault(
    "CSV-CELLEN",
    "De regel heeft meer waarden dan er kolommen zijn.",
    "Er staat een scheidingsteken in een waarde.",
    "Zet die waarde tussen dubbele aanhalingstekens.",
)
DOUBLE_KEY = Fault(
    "CSV-DUBBEL",
    "Dit zaaknummer stond al eerder in het bestand, met andere gegevens.",
    "Een zaak heeft één voorziening; alleen de professional mag per regel verschillen.",
    "Maak de regels gelijk, of geef de voorzieningen elk een eigen zaaknummer.",
    "zaaknummer",
)
NAMELESS = Fault(
    "CSV-PERSOON",
    "Er is een functie of organisatie zonder naam van een professional.",
    "Kring telt hulpverleners die met naam bekend zijn; deze telt niet mee.",
    "Vul de naam als die bekend is.",
    "professional",
    warns=True,
)


def missing_columns(names: list[str]) -> Fault:
    what = f"Verplichte kolommen ontbreken: {', '.join(names)}."
    return Fault("CSV-KOP", what, "Zonder deze kolommen is de levering niet te verwerken.", _SEE_FORMAT)


def unknown_column(place: int) -> Fault:
    what = f"Kolom {place} heeft een naam die Kring niet kent."
    return Fault("CSV-KOP", what, "Wat erin staat, wordt niet gelezen.", _SEE_FORMAT, warns=True)


def empty(column: str) -> Fault:
    why = "Dit gegeven is verplicht."
    return Fault("CSV-VERPLICHT", "De waarde ontbreekt.", why, "Vul de kolom.", column)


def wrong(column: str, expected: str) -> Fault:
    return Fault(
        "CSV-WAARDE", "De waarde kan niet.", f"Hier hoort {expected}.", "Verbeter de waarde in de bron.", column
    )


def stray(column: str) -> Fault:
    return Fault(
        "CSV-LEVERING",
        "De waarde is anders dan op de eerste regel.",
        "Een bestand is één levering: gemeente, bron, levering en peildatum zijn overal gelijk.",
        "Maak per levering een eigen bestand.",
        column,
    )
