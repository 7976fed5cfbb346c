"""Parents, children, partners, and who holds the authority over a minor."""

from collections.abc import Iterator

from kring.exchange.brp.records import (
    AuthorityHolder,
    AuthorityKind,
    AuthorityRecord,
    FamilyMember,
    HolderRole,
    PersonName,
    Title,
)
from kring.exchange.brp.section import Section

_KINDS = {kind.value: kind for kind in AuthorityKind} | {"GezamenlijkOuderlijkGezag": AuthorityKind.TWO_PARENTS}
_ABOUT_SELF = {AuthorityKind.NONE_FOR_NOW, AuthorityKind.UNDETERMINED}


def read_name(found: Section) -> PersonName:
    title = found.section("adellijkeTitelPredicaat")
    return PersonName(
        given_names=found.name("voornamen"),
        prefix=found.text("voorvoegsel"),
        surname=found.name("geslachtsnaam"),
        title=Title(title.text("code"), title.text("omschrijving"), title.text("soort")) if title.values else None,
        usage=found.code("aanduidingNaamgebruik"),
    )


def read_members(person: Section, name: str) -> tuple[FamilyMember, ...]:
    """The members under `ouders`, `kinderen` or `partners`."""
    return tuple(_member(each) for each in person.sections(name))


def _member(found: Section) -> FamilyMember:
    union = found.section("aangaanHuwelijkPartnerschap")
    since = found.date("datumIngangFamilierechtelijkeBetrekking")
    return FamilyMember(
        bsn=found.bsn(),
        name=read_name(found.section("naam")),
        birth=found.section("geboorte").date("datum"),
        sex=found.code("geslacht"),
        role=found.text("ouderAanduiding"),
        union=found.code("soortVerbintenis"),
        since=union.date("datum") if union.values else since,
        until=found.section("ontbindingHuwelijkPartnerschap").date("datum"),
        under_investigation=bool(found.section("inOnderzoek").values),
    )


def read_authority(person: Section, own_bsn: str | None) -> Iterator[AuthorityRecord]:
    """Older data leave out the minor when no holder can be named: then it is the person itself."""
    for found in person.sections("gezag"):
        kind = _KINDS.get(found.text("type") or "")
        if kind is None:
            found.remark("type", "BRP-GEZAG", "Dit soort gezag kent Kring niet.", "Het wordt niet overgenomen.")
            continue
        minor = found.section("minderjarige")
        yield AuthorityRecord(
            kind=kind,
            minor_bsn=minor.bsn() or (own_bsn if kind in _ABOUT_SELF else None),
            holders=tuple(_holders(found)),
            explanation=found.text("toelichting"),
            under_investigation=found.flag("inOnderzoek"),
        )


def _holders(found: Section) -> Iterator[AuthorityHolder]:
    for one, many, role in (("ouder", "ouders", HolderRole.PARENT), ("derde", "derden", HolderRole.THIRD)):
        if one in found.values:
            yield AuthorityHolder(role, found.section(one).bsn())
        for each in found.sections(many):
            yield AuthorityHolder(role, each.bsn())
