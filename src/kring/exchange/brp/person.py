"""One object of the file to one person record."""

from collections.abc import Iterator

from kring.exchange.brp.address import read_address
from kring.exchange.brp.family import read_authority, read_members, read_name
from kring.exchange.brp.records import InvestigatedPart, PersonRecord, Suspension
from kring.exchange.brp.section import Section
from kring.exchange.partial_date import PartialDate

# Category 01 of the BRP: group 02 is the name, group 03 the birth.
_GROUPS = {"0102": InvestigatedPart.NAME, "0103": InvestigatedPart.BIRTH}


def read_person(found: Section, line: int) -> PersonRecord:
    bsn = found.bsn()
    died = found.section("overlijden")
    return PersonRecord(
        bsn=bsn,
        name=read_name(found.section("naam")),
        birth=found.section("geboorte").date("datum"),
        sex=found.code("geslacht"),
        death=died.date("datum") or _day_unknown(died),
        address=read_address(found.section("verblijfplaats")),
        municipality=found.coded("gemeenteVanInschrijving"),
        parents=read_members(found, "ouders"),
        children=read_members(found, "kinderen"),
        partners=read_members(found, "partners"),
        authority=tuple(read_authority(found, bsn)),
        authority_indication=found.code("indicatieGezagMinderjarige"),
        secrecy=found.flag("geheimhoudingPersoonsgegevens"),
        under_curatorship=found.flag("indicatieCurateleRegister"),
        under_investigation=tuple(sorted(set(_investigated(found)))),
        suspension=_suspension(found.section("opschortingBijhouding")),
        line=line,
    )


def _day_unknown(died: Section) -> PartialDate | None:
    """Someone may have died on a day that nobody knows."""
    return PartialDate() if set(died.values) - {"inOnderzoek"} else None


def _suspension(found: Section) -> Suspension | None:
    reason = found.coded("reden")
    return None if reason is None else Suspension(reason, found.date("datum"))


def _investigated(found: Section) -> Iterator[InvestigatedPart]:
    """Both forms: an `inOnderzoek` at the part itself, and the older code of category, group and element."""
    for part in InvestigatedPart:
        holder = found if part is InvestigatedPart.PERSON else found.section(part)
        if holder.section("inOnderzoek").values:
            yield part
    code = found.section("persoonInOnderzoek").text("aanduidingGegevensInOnderzoek")
    if code is not None:
        yield _GROUPS.get(code[:4], InvestigatedPart.PERSON)
