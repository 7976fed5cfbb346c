"""The verblijfplaats of a person, in the form of the API (with a type) or the older form (all fields side by side)."""

from kring.exchange.brp.records import AddressKind, AddressRecord
from kring.exchange.brp.section import Section

_API_KINDS = {
    "Adres": AddressKind.DUTCH,
    "Locatie": AddressKind.LOCATION,
    "VerblijfplaatsBuitenland": AddressKind.ABROAD,
    "VerblijfplaatsOnbekend": AddressKind.UNKNOWN,
}
_SINCE = ("datumVan", "datumAanvangAdreshouding", "datumAanvangAdresBuitenland")
_UNKNOWN_COUNTRY = "0000"


def read_address(found: Section) -> AddressRecord | None:
    """None when the person has no verblijfplaats at all."""
    if not found.values:
        return None
    place = found.section("verblijfadres") if "verblijfadres" in found.values else found
    lines = tuple(line for name in ("regel1", "regel2", "regel3") if (line := place.text(name)))
    return AddressRecord(
        kind=_API_KINDS.get(found.text("type") or "") or _kind(place, lines),
        function=found.code("functieAdres"),
        street=place.name("straat") or place.name("korteStraatnaam"),
        public_space=place.name("naamOpenbareRuimte") or place.name("officieleStraatnaam"),
        house_number=place.number("huisnummer"),
        house_letter=place.text("huisletter"),
        house_addition=place.text("huisnummertoevoeging"),
        designation=place.code("aanduidingBijHuisnummer"),
        postcode=_postcode(place),
        town=place.name("woonplaats"),
        location=place.text("locatiebeschrijving"),
        country=place.coded("land"),
        lines=lines,
        since=next((found.date(name) for name in _SINCE if name in found.values), None),
        object_id=found.text("adresseerbaarObjectIdentificatie"),
        number_id=found.text("nummeraanduidingIdentificatie"),
        not_living_here=found.flag("indicatieVastgesteldVerblijftNietOpAdres"),
    )


def _kind(place: Section, lines: tuple[str, ...]) -> AddressKind:
    """The older form names no kind: what is filled tells."""
    if place.text("locatiebeschrijving"):
        return AddressKind.LOCATION
    if lines or place.code("land") not in {None, _UNKNOWN_COUNTRY}:
        return AddressKind.ABROAD
    if place.name("straat") or place.text("postcode") or place.text("huisnummer"):
        return AddressKind.DUTCH
    return AddressKind.UNKNOWN


def _postcode(place: Section) -> str | None:
    value = place.text("postcode")
    return None if value is None else value.replace(" ", "").upper()
