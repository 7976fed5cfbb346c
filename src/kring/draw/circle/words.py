"""What the circle says to who does not see it: one row for each person, sector by sector."""

from kring.draw.canvas import Row, Words
from kring.draw.circle.model import APART, CHANGES, LOADS, RINGS, SECTORS, SUPPORTS, TONES, CircleInput, Near, Sector
from kring.draw.dutch import counted
from kring.draw.ties import QUALITIES

COLUMNS = ("Wie", "Wat", "Groep", "Hoe dichtbij", "Contact", "Hoeveel kan erbij")


def words(given: CircleInput) -> Words:
    rows = tuple(_row(one) for sector in Sector for one in given.of(sector))
    groups = [f"{SECTORS[sector].lower()} {len(given.of(sector))}" for sector in Sector if given.of(sector)]
    count = counted(len(given.people), "persoon of organisatie", "mensen en organisaties")
    told = f"Om {given.middle} {'staat' if len(given.people) == 1 else 'staan'} {count}"
    return Words(given.title, told + (f": {', '.join(groups)}." if groups else "."), COLUMNS, rows)


def _row(one: Near) -> Row:
    contact = ", ".join(filter(None, (QUALITIES[one.quality], SUPPORTS[one.support])))
    does = ", ".join(filter(None, (one.does, CHANGES[one.change], _apart(one))))
    load = LOADS[one.load] if one.load is not None else ""
    return Row((one.name, does, SECTORS[one.sector], RINGS[one.ring], contact, load), TONES[one.sector])


def tooltip(one: Near) -> str:
    """Truus, oma, elke week: dichtbij, zeer hecht, helpt het gezin, kan meer."""
    load = LOADS[one.load] if one.load is not None else ""
    said = (RINGS[one.ring], QUALITIES[one.quality], SUPPORTS[one.support], load, CHANGES[one.change], _apart(one))
    return f"{', '.join(filter(None, (one.name, one.does)))}: {', '.join(filter(None, said))}"


def _apart(one: Near) -> str:
    return f"{APART} {' en '.join(one.apart)}" if one.apart else ""
