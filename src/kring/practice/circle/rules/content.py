"""What is written down about somebody of the circle, and what must be right before it is kept."""

from dataclasses import dataclass
from datetime import date

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.circle.rules.words import FULL, Direction, Load, Quality, Ring, Sector, Sex, ToldBy

EARLIEST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class MemberWords:
    """Who it is. Sex, years and death are for the genogram, so of relatives only (BR-059)."""

    name: str
    relation: str
    sector: Sector
    sex: Sex | None = None
    birth_year: int | None = None
    deceased: bool = False
    died_year: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands, what this person does and how much can be added. `load` None: not asked yet."""

    ring: Ring
    quality: Quality = Quality.ORDINARY
    direction: Direction = Direction.NONE
    load: Load | None = None
    offers: str = ""
    how_often: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """That somebody knows of being in the circle, or why not (BR-059, GDPR 14)."""

    informed_on: date | None = None
    how: ToldBy | None = None
    because: str = ""


def can_write(words: MemberWords, today: date) -> Verdict:
    if not words.name.strip():
        return no(_("Schrijf op hoe deze persoon heet."))
    if not words.relation.strip():
        return no(_("Schrijf op wie dit voor het gezin is, bijvoorbeeld oma of buurvrouw."))
    if words.sector is not Sector.FAMILY and (words.sex or words.birth_year or words.deceased or words.died_year):
        return no(_("Geslacht, jaren en overlijden schrijft u alleen bij familie op."))
    if words.died_year and not words.deceased:
        return no(_("Zet een vinkje bij Overleden, of laat het jaar weg."))
    years = [year for year in (words.birth_year, words.died_year) if year is not None]
    if any(not EARLIEST_YEAR <= year <= today.year for year in years) or years != sorted(years):
        return no(_("Kijk het geboortejaar en het jaar van overlijden na."))
    return YES


def can_stand(words: Place, since: date, today: date, *, deceased: bool, after: date | None) -> Verdict:
    """`after`: the day on which the standing that holds now began; what was before is not written over."""
    if deceased:
        return no(_("Wie overleden is, staat in de stamboom en niet in de kring."))
    if since > today:
        return no(_("Deze dag is nog niet geweest."))
    if after is not None and since < after:
        return no(_("Er is al iets opgeschreven van een latere dag. Kies die dag of later."))
    if words.load is not None and words.load not in FULL and words.quality is Quality.BROKEN:
        return no(_("Het contact is verbroken. Dan is er niets te vragen: laat leeg hoeveel erbij kan."))
    return YES


def can_remove(because: str, *, is_removed: bool) -> Verdict:
    if is_removed:
        return no(_("Deze persoon is al uit de kring gehaald."))
    return YES if because.strip() else no(_("Schrijf op waarom deze persoon niet meer in de kring is."))


def can_tell(notice: Notice, today: date) -> Verdict:
    """Told on a day and how, or not told for a reason: one of the two."""
    if notice.informed_on is None:
        return YES if notice.because.strip() else no(_("Schrijf op waarom deze persoon het niet hoort."))
    if notice.how is None:
        return no(_("Kies hoe deze persoon het gehoord heeft."))
    return no(_("Deze dag is nog niet geweest.")) if notice.informed_on > today else YES
