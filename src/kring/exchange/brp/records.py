"""A person of the BRP as far as Kring needs one (purpose limitation: no nationality, residence title or voting rights).

What is unknown is None; a date may be partly known. `line` is where the record begins in the file.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from kring.exchange.bsn import passes_eleven_test
from kring.exchange.partial_date import PartialDate

NON_RESIDENT = "1999"
"""The code of the Registratie Niet-Ingezetenen where a municipality would stand."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A value from a national table."""

    code: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """A title of nobility or predicate; `kind` is titel or predicaat."""

    code: str | None = None
    label: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class PersonName:
    """`usage` is the aanduiding naamgebruik: E own, P partner, V partner first, N own first."""

    given_names: str | None = None
    prefix: str | None = None
    surname: str | None = None
    title: Title | None = None
    usage: str | None = None


class AddressKind(StrEnum):
    """What sort of place someone is registered at."""

    DUTCH = "adres"
    LOCATION = "locatie"
    ABROAD = "buitenland"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class AddressRecord:
    """A verblijfplaats. `public_space` is the official street name, `street` the short one."""

    kind: AddressKind
    function: str | None = None
    street: str | None = None
    public_space: str | None = None
    house_number: int | None = None
    house_letter: str | None = None
    house_addition: str | None = None
    designation: str | None = None
    postcode: str | None = None
    town: str | None = None
    location: str | None = None
    country: Coded | None = None
    lines: tuple[str, ...] = ()
    since: PartialDate | None = None
    object_id: str | None = None
    number_id: str | None = None
    not_living_here: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it can tell one home from another: postcode and house number are known."""
        return self.kind is AddressKind.DUTCH and self.postcode is not None and self.house_number is not None

    @property
    def is_letter_address(self) -> bool:
        """A briefadres is where post goes, not where someone lives."""
        return self.function == "B"


class AuthorityKind(StrEnum):
    """Who holds the authority over a minor, in the words of the BRP API."""

    TWO_PARENTS = "TweehoofdigOuderlijkGezag"
    ONE_PARENT = "EenhoofdigOuderlijkGezag"
    JOINT = "GezamenlijkGezag"
    GUARDIANSHIP = "Voogdij"
    NONE_FOR_NOW = "TijdelijkGeenGezag"
    UNDETERMINED = "GezagNietTeBepalen"


class HolderRole(StrEnum):
    PARENT = "ouder"
    THIRD = "derde"


@dataclass(frozen=True, slots=True)
class AuthorityHolder:
    """Someone who holds authority; an unknown third party has no BSN."""

    role: HolderRole
    bsn: str | None = None


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """Authority over one minor. A guardianship without holders is held by an organisation or unknown."""

    kind: AuthorityKind
    minor_bsn: str | None
    holders: tuple[AuthorityHolder, ...] = ()
    explanation: str | None = None
    under_investigation: bool = False


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """A parent (`role` 1 or 2), child or partner (`union` H marriage, P registered partnership)."""

    bsn: str | None = None
    name: PersonName = PersonName()
    birth: PartialDate | None = None
    sex: str | None = None
    role: str | None = None
    union: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    under_investigation: bool = False

    @property
    def is_known(self) -> bool:
        """A parent whose surname is a full stop is a parent of whom nothing is known."""
        return self.bsn is not None or self.name.surname is not None


class InvestigatedPart(StrEnum):
    """What the municipality is investigating: it may be wrong (inOnderzoek)."""

    PERSON = "persoon"
    NAME = "naam"
    BIRTH = "geboorte"
    ADDRESS = "verblijfplaats"
    DEATH = "overlijden"


@dataclass(frozen=True, slots=True)
class Suspension:
    """Why the record is no longer kept up: O died, E emigrated, R non-resident, M ministerial, F error."""

    reason: Coded
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person. `sex` is as given (M, V, O); `authority_indication` is the older indicatie gezag minderjarige."""

    bsn: str | None
    name: PersonName = PersonName()
    birth: PartialDate | None = None
    sex: str | None = None
    death: PartialDate | None = None
    address: AddressRecord | None = None
    municipality: Coded | None = None
    parents: tuple[FamilyMember, ...] = ()
    children: tuple[FamilyMember, ...] = ()
    partners: tuple[FamilyMember, ...] = ()
    authority: tuple[AuthorityRecord, ...] = ()
    authority_indication: str | None = None
    secrecy: bool = False
    under_curatorship: bool = False
    under_investigation: tuple[InvestigatedPart, ...] = ()
    suspension: Suspension | None = None
    line: int = field(default=0, compare=False)

    @property
    def bsn_is_valid(self) -> bool:
        return self.bsn is not None and passes_eleven_test(self.bsn)

    @property
    def is_deceased(self) -> bool:
        """Died, also when the day is not known."""
        suspended = self.suspension is not None and self.suspension.reason.code == "O"
        return self.death is not None or suspended

    @property
    def is_non_resident(self) -> bool:
        registered = self.municipality is not None and self.municipality.code == NON_RESIDENT
        return registered or (self.suspension is not None and self.suspension.reason.code == "R")
