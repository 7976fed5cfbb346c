"""Person records to JSON in the form that the reader takes: one person a line, the same bytes every time."""

import json
from collections.abc import Iterable, Iterator

from kring.exchange.brp.dates import to_text
from kring.exchange.brp.records import (
    AddressKind,
    AddressRecord,
    AuthorityKind,
    AuthorityRecord,
    Coded,
    FamilyMember,
    HolderRole,
    InvestigatedPart,
    PersonName,
    PersonRecord,
    Title,
)
from kring.exchange.partial_date import PartialDate

Json = dict[str, object]
_INVESTIGATED: dict[InvestigatedPart, str] = {
    InvestigatedPart.PERSON: "010000",
    InvestigatedPart.NAME: "010200",
    InvestigatedPart.BIRTH: "010300",
    InvestigatedPart.ADDRESS: "080000",
    InvestigatedPart.DEATH: "060000",
}
_MEMBER_INVESTIGATED = "020000"


def write_persons(persons: Iterable[PersonRecord]) -> bytes:
    lines = ",\n".join(json.dumps(_person(person), ensure_ascii=False) for person in persons)
    return f"[\n{lines}\n]\n".encode() if lines else b"[]\n"


def _person(person: PersonRecord) -> Json:
    return _filled(
        burgerservicenummer=person.bsn,
        geheimhoudingPersoonsgegevens="1" if person.secrecy else None,
        geslacht=_code(person.sex),
        naam=_name(person.name) | _marked(person, InvestigatedPart.NAME),
        geboorte=_filled(datum=_date(person.birth)) | _marked(person, InvestigatedPart.BIRTH),
        overlijden=_filled(datum=_date(person.death)) | _marked(person, InvestigatedPart.DEATH),
        verblijfplaats=_address(person.address) | _marked(person, InvestigatedPart.ADDRESS),
        persoonInOnderzoek=_marked(person, InvestigatedPart.PERSON).get("inOnderzoek"),
        gemeenteVanInschrijving=_coded(person.municipality),
        opschortingBijhouding=_suspension(person),
        indicatieCurateleRegister=person.under_curatorship or None,
        indicatieGezagMinderjarige=_code(person.authority_indication),
        gezag=[_authority(each) for each in person.authority],
        kinderen=[_member(each) for each in person.children],
        ouders=[_member(each) for each in person.parents],
        partners=[_member(each) for each in person.partners],
    )


def _filled(**values: object) -> Json:
    """Only what has a value: an absent field is how the BRP says unknown."""
    return {name: value for name, value in values.items() if value not in (None, {}, [])}


def _marked(person: PersonRecord, part: InvestigatedPart) -> Json:
    if part not in person.under_investigation:
        return {}
    return {"inOnderzoek": {"aanduidingGegevensInOnderzoek": _INVESTIGATED[part]}}


def _date(value: PartialDate | None) -> str | None:
    return None if value is None else to_text(value)


def _code(value: str | None) -> Json:
    return _filled(code=value)


def _coded(value: Coded | None) -> Json:
    return {} if value is None else _filled(code=value.code, omschrijving=value.label)


def _title(value: Title | None) -> Json:
    return {} if value is None else _filled(code=value.code, omschrijving=value.label, soort=value.kind)


def _name(name: PersonName) -> Json:
    return _filled(
        voornamen=name.given_names,
        adellijkeTitelPredicaat=_title(name.title),
        voorvoegsel=name.prefix,
        geslachtsnaam=name.surname,
        aanduidingNaamgebruik=_code(name.usage),
    )


def _suspension(person: PersonRecord) -> Json:
    suspension = person.suspension
    return {} if suspension is None else _filled(reden=_coded(suspension.reason), datum=_date(suspension.date))


_TYPES = {
    AddressKind.DUTCH: "Adres",
    AddressKind.LOCATION: "Locatie",
    AddressKind.ABROAD: "VerblijfplaatsBuitenland",
    AddressKind.UNKNOWN: "VerblijfplaatsOnbekend",
}


def _address(address: AddressRecord | None) -> Json:
    if address is None:
        return {}
    lines = {f"regel{place}": line for place, line in enumerate(address.lines, start=1)}
    return _filled(
        type=_TYPES[address.kind],
        functieAdres=_code(address.function),
        straat=address.street,
        naamOpenbareRuimte=address.public_space,
        huisnummer=address.house_number,
        huisletter=address.house_letter,
        huisnummertoevoeging=address.house_addition,
        aanduidingBijHuisnummer=_code(address.designation),
        postcode=address.postcode,
        woonplaats=address.town,
        locatiebeschrijving=address.location,
        land=_coded(address.country),
        **lines,
        datumVan=_date(address.since),
        adresseerbaarObjectIdentificatie=address.object_id,
        nummeraanduidingIdentificatie=address.number_id,
        indicatieVastgesteldVerblijftNietOpAdres=address.not_living_here or None,
    )


def _member(member: FamilyMember) -> Json:
    married = member.union is not None
    since = _date(member.since)
    return _filled(
        burgerservicenummer=member.bsn,
        geslacht=_code(member.sex),
        ouderAanduiding=member.role,
        soortVerbintenis=_code(member.union),
        naam=_name(member.name),
        geboorte=_filled(datum=_date(member.birth)),
        datumIngangFamilierechtelijkeBetrekking=None if married else since,
        aangaanHuwelijkPartnerschap=_filled(datum=since) if married else {},
        ontbindingHuwelijkPartnerschap=_filled(datum=_date(member.until)),
        inOnderzoek={"aanduidingGegevensInOnderzoek": _MEMBER_INVESTIGATED} if member.under_investigation else {},
    )


def _authority(authority: AuthorityRecord) -> Json:
    return _filled(
        type=authority.kind.value,
        minderjarige=_filled(burgerservicenummer=authority.minor_bsn),
        toelichting=authority.explanation,
        inOnderzoek=authority.under_investigation or None,
    ) | dict(_holders(authority))


def _holders(authority: AuthorityRecord) -> Iterator[tuple[str, object]]:
    """One holder stands alone, several stand in a list; a guardianship always has its list, even an empty one."""
    for role, plural in ((HolderRole.PARENT, "ouders"), (HolderRole.THIRD, "derden")):
        found = [_filled(burgerservicenummer=each.bsn) for each in authority.holders if each.role is role]
        if len(found) > 1 or (role, authority.kind) == (HolderRole.THIRD, AuthorityKind.GUARDIANSHIP):
            yield plural, found
        elif found:
            yield role.value, found[0]
