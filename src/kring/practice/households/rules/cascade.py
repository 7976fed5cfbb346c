"""Who somebody is without a BSN: ordered steps, each certain enough by itself, and only when just one person fits.

Every step asks for the whole birth date or the whole home, so that a database can look up who to compare with.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final, Generic, TypeVar

from kring.ground.shared.marking import mark as _
from kring.practice.households.rules.births import Birth
from kring.practice.households.rules.spelling import frame, given_sound, initials, is_near, surname_sounds

PersonT = TypeVar("PersonT", bound=Hashable)
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells people apart, in the form in which it is compared."""

    surnames: tuple[str, ...]
    given: str
    initials: tuple[str, ...]
    birth: Birth
    home: tuple[str, str] | None
    sex: str

    @classmethod
    def of(cls, surnames: str, given: str, birth: Birth, home: tuple[str, str] = ("", ""), sex: str = "") -> "Traits":
        """`surnames`: own and partner's with a hyphen between them; `home`: postcode and number."""
        place = (home[0].replace(" ", "").upper(), home[1].lstrip("0").casefold())
        home_known = place if all(place) else None
        return cls(surname_sounds(surnames), given_sound(given), initials(given), birth, home_known, sex.upper())

    @property
    def frame(self) -> str:
        """The given name without its vowels."""
        return frame(self.given) if self.given else ""


@dataclass(frozen=True, slots=True)
class Step:
    """`keys` must be equal; then `agree` looks at the rest. `title` ends the sentence: "Gelijk zijn …"."""

    code: str
    title: str
    keys: Callable[[Traits], Iterable[Key]]
    agree: Callable[[Traits, Traits], bool]


@dataclass(frozen=True, slots=True)
class Hit(Generic[PersonT]):
    """The one person who fits, and the step that says so."""

    person: PersonT
    step: Step


def _born(one: Traits) -> tuple[str, ...]:
    exact = one.birth.exact
    return (exact.isoformat(),) if exact else ()


def _homes(one: Traits) -> tuple[tuple[str, str], ...]:
    return (one.home,) if one.home else ()


def _born_and_surname(one: Traits) -> Iterator[Key]:
    for day in _born(one):
        for surname, letter in product(one.surnames, one.initials):
            yield day, surname, letter


def _born_and_home(one: Traits) -> Iterator[Key]:
    for day in _born(one):
        for home, letter in product(_homes(one), one.initials):
            yield day, *home, letter


def _born_and_given(one: Traits) -> Iterator[Key]:
    for day in _born(one):
        if one.given:
            yield day, one.frame


def _home_and_surname(one: Traits) -> Iterator[Key]:
    for home, surname, letter in product(_homes(one), one.surnames, one.initials):
        yield *home, surname, letter


def _home_and_given(one: Traits) -> Iterator[Key]:
    for home in _homes(one) if one.given else ():
        yield *home, one.frame


def given_fits(one: Traits, other: Traits) -> bool:
    """The same given name but for its vowels or one letter, the beginning of the other, or only an initial."""
    if not (one.given and other.given):
        return not set(one.initials).isdisjoint(other.initials)
    short, long = sorted((one.given, other.given), key=len)
    return _same_given(one, other) or is_near(short, long) or (len(short) > 2 and long.startswith(short))


def _same_given(one: Traits, other: Traits) -> bool:
    return bool(one.given) and one.frame == other.frame


def _near_surname(one: Traits, other: Traits) -> bool:
    return any(is_near(own, theirs) for own in one.surnames for theirs in other.surnames)


def birth_fits(one: Birth, other: Birth) -> bool:
    """Equal as far as it is known; or day and month changed places, or one figure differs."""
    if one.year is None or other.year is None:
        return True
    if not (_is_whole(one) and _is_whole(other)):
        return one.year == other.year
    if one.year == other.year and (one.day, one.month) == (other.month, other.day):
        return True
    return sum(a != b for a, b in zip(_figures(one), _figures(other), strict=True)) <= 1


def _figures(birth: Birth) -> str:
    return f"{birth.year:04}{birth.month:02}{birth.day:02}"


def _is_whole(birth: Birth) -> bool:
    """The first of January is what people write who know only the year."""
    return birth.exact is not None and (birth.month, birth.day) != (1, 1)


def _known_birth_fits(one: Traits, other: Traits) -> bool:
    known = one.birth.year is not None and other.birth.year is not None
    return known and birth_fits(one.birth, other.birth)


STEPS: Final = (
    Step("naam", _("geboortedatum, achternaam en voornaam"), _born_and_surname, _same_given),
    Step("voorletter", _("geboortedatum, achternaam en voorletter"), _born_and_surname, given_fits),
    Step("thuis", _("geboortedatum, adres en voorletter"), _born_and_home, given_fits),
    Step("spelling", _("geboortedatum en voornaam, en bijna de achternaam"), _born_and_given, _near_surname),
    Step(
        "adres",
        _("adres, achternaam en voornaam; de geboortedatum ontbreekt of scheelt weinig"),
        _home_and_surname,
        lambda one, other: given_fits(one, other) and birth_fits(one.birth, other.birth),
    ),
    Step(
        "adres_spelling",
        _("adres en voornaam, en bijna de achternaam en geboortedatum"),
        _home_and_given,
        lambda one, other: _near_surname(one, other) and _known_birth_fits(one, other),
    ),
)


def differ_in_sex(one: Traits, other: Traits) -> bool:
    """Only what both sides say as M or V counts: O is unknown, or neither."""
    return {one.sex, other.sex} == {"M", "V"}


@dataclass(slots=True)
class Register(Generic[PersonT]):
    """People to compare with, found by the keys of each step."""

    people: Mapping[PersonT, Sequence[Traits]]
    _by_key: dict[tuple[str, Key], set[tuple[PersonT, Traits]]] = field(
        init=False, default_factory=lambda: defaultdict(set)
    )

    def __post_init__(self) -> None:
        for person, facets in self.people.items():
            for traits in facets:
                for step in STEPS:
                    for key in step.keys(traits):
                        self._by_key[step.code, key].add((person, traits))

    def fitting(self, asked: Traits, step: Step) -> set[PersonT]:
        """Everyone whom this step cannot tell from who was asked for."""
        near = (pair for key in step.keys(asked) for pair in self._by_key.get((step.code, key), ()))
        return {person for person, traits in near if step.agree(asked, traits) and not differ_in_sex(asked, traits)}

    def find(self, asked: Traits) -> Hit[PersonT] | None:
        """By the first step that fits anybody; when it fits more than one, nobody is certain."""
        for step in STEPS:
            found = self.fitting(asked, step)
            if found:
                return Hit(found.pop(), step) if len(found) == 1 else None
        return None
