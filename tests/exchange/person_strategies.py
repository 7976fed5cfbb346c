"""Every person record that can be written down: all kinds of address, authority and partly unknown date."""

from datetime import date

from hypothesis import strategies as st

from kring.exchange.brp.records import (
    AddressKind,
    AddressRecord,
    AuthorityHolder,
    AuthorityKind,
    AuthorityRecord,
    Coded,
    FamilyMember,
    HolderRole,
    InvestigatedPart,
    PersonName,
    PersonRecord,
    Suspension,
    Title,
)
from kring.exchange.bsn import passes_eleven_test
from kring.exchange.partial_date import PartialDate

BSNS = tuple(n for n in (f"99999{tail:04d}" for tail in range(3000)) if passes_eleven_test(n))
_CHARACTERS = st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"))

bsns = st.sampled_from(BSNS)
texts = st.text(_CHARACTERS, min_size=1, max_size=20).map(str.strip).filter(lambda text: text not in {"", "."})
some_text = st.none() | texts
codes = st.from_regex(r"[A-Z0-9]{1,4}", fullmatch=True)
coded = st.builds(Coded, codes, some_text)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
    return PartialDate(*(day.year, day.month, day.day)[: draw(st.integers(0, 3))])


some_date = st.none() | partial_dates()
titles = st.builds(Title, codes, some_text, st.sampled_from(["titel", "predicaat"]))
names = st.builds(PersonName, some_text, some_text, texts, st.none() | titles, st.none() | st.sampled_from("EPVN"))
addresses = st.builds(
    AddressRecord,
    kind=st.sampled_from(AddressKind),
    function=st.none() | st.sampled_from("WB"),
    street=some_text,
    public_space=some_text,
    house_number=st.none() | st.integers(1, 99_999),
    house_letter=st.none() | st.sampled_from("ABz"),
    house_addition=some_text,
    designation=st.none() | st.sampled_from(["to", "by"]),
    postcode=st.none() | st.from_regex(r"[1-9][0-9]{3}[A-Z]{2}", fullmatch=True, alphabet="0123456789ABXZ"),
    town=some_text,
    location=some_text,
    country=st.none() | coded,
    lines=st.lists(texts, max_size=3).map(tuple),
    since=some_date,
    object_id=st.none() | codes,
    number_id=st.none() | codes,
    not_living_here=st.booleans(),
)


@st.composite
def authorities(draw: st.DrawFn) -> AuthorityRecord:
    parents = draw(st.lists(st.none() | bsns, max_size=2))
    thirds = draw(st.lists(st.none() | bsns, max_size=2))
    return AuthorityRecord(
        kind=draw(st.sampled_from(AuthorityKind)),
        minor_bsn=draw(bsns),
        holders=(
            *(AuthorityHolder(HolderRole.PARENT, bsn) for bsn in parents),
            *(AuthorityHolder(HolderRole.THIRD, bsn) for bsn in thirds),
        ),
        explanation=draw(some_text),
        under_investigation=draw(st.booleans()),
    )


members = st.builds(
    FamilyMember,
    bsn=st.none() | bsns,
    name=names,
    birth=some_date,
    sex=st.none() | st.sampled_from("MVO"),
    role=st.none() | st.sampled_from("12"),
    union=st.none() | st.sampled_from("HP"),
    since=some_date,
    until=some_date,
    under_investigation=st.booleans(),
)
some_members = st.lists(members, max_size=2).map(tuple)
parts = st.sets(st.sampled_from(InvestigatedPart)).map(lambda found: tuple(sorted(found)))


@st.composite
def persons(draw: st.DrawFn, bsn: str) -> PersonRecord:
    return PersonRecord(
        bsn=bsn,
        name=draw(names),
        birth=draw(some_date),
        sex=draw(st.none() | st.sampled_from("MVO")),
        death=draw(some_date),
        address=draw(addresses),
        municipality=draw(st.none() | coded),
        parents=draw(some_members),
        children=draw(some_members),
        partners=draw(some_members),
        authority=tuple(draw(st.lists(authorities(), max_size=2))),
        authority_indication=draw(st.none() | st.sampled_from(["1", "2", "12", "1D", "D"])),
        secrecy=draw(st.booleans()),
        under_curatorship=draw(st.booleans()),
        under_investigation=draw(parts),
        suspension=draw(st.none() | st.builds(Suspension, coded, some_date)),
    )


@st.composite
def person_files(draw: st.DrawFn) -> tuple[PersonRecord, ...]:
    chosen = draw(st.lists(bsns, min_size=1, max_size=3, unique=True))
    return tuple(draw(persons(bsn)) for bsn in chosen)
