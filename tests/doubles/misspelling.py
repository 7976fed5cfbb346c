"""Rows about people of a register as other files write them, with the errors that such files have; some are strangers.

Prefixes go missing, ij becomes y, women are written by their partner's name, births are missing or wrong, people moved.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from kring.practice.households.rules.births import Birth
from kring.practice.households.rules.spelling import letters
from tests.doubles.register import GIVEN, Human, Town

SHORT = {"van": "v.", "de": "d.", "van der": "v.d.", "van den": "v.d.", "van de": "v.d.", "den": "d.", "in 't": "i.h."}
SPELLINGS = (
    ("ij", "y"), ("ei", "ij"), ("ck", "k"), ("ph", "f"), ("dt", "d"), ("c", "k"), ("th", "t"), ("ee", "e"), ("oo", "o"),
    ("aa", "a"), ("ks", "x"), ("sch", "s"), ("nn", "n"), ("ss", "s"), ("k", "ck"), ("e", "ee"), ("uy", "ui"),
)  # fmt: skip
CALLED = {
    "Mohammed": ("Muhammed", "Mohamed", "Muhammad"),
    "Fatima": ("Fatma", "Fadma"),
    "Yusuf": ("Youssef", "Yousef"),
    "Khadija": ("Khadidja", "Hatice"),
    "Hassan": ("Hasan",),
    "Omar": ("Umar", "Ömer"),
    "Ahmed": ("Ahmet", "Achmed"),
    "Maryam": ("Meryem", "Mariam"),
    "Johannes": ("Jan", "Hans", "Johan"),
    "Wilhelmina": ("Mien", "Willy"),
    "Cornelis": ("Cor", "Kees"),
    "Maria": ("Marie", "Ria"),
    "Elisabeth": ("Lies", "Bep", "Elly"),
    "Hendrik": ("Henk",),
    "Petrus": ("Piet", "Peter"),
    "Adriana": ("Ada",),
    "Gerardus": ("Gerard",),
    "Sophie": ("Fietje",),
}


@dataclass(frozen=True, slots=True)
class Written:
    """One row of a file. `about` is the number of the person, None for a stranger; `errors` says what is wrong."""

    about: int | None
    given: str
    surname: str
    birth: Birth
    postcode: str
    house: str
    sex: str
    errors: tuple[str, ...] = ()


@dataclass(slots=True)
class Clerk:
    """Writes people down, carelessly."""

    town: Town
    errors: list[str] = field(default_factory=list)

    @property
    def chance(self) -> random.Random:
        return self.town.chance

    def write(self, human: Human, about: int | None) -> Written:
        self.errors = []
        given, surname = self._given(human), self._surname(human)
        if self.chance.random() < 0.6:
            given, surname = _bare(given), _bare(surname)
        postcode, house = self._home(human)
        sex = human.sex if self.chance.random() < 0.7 else ""
        return Written(about, given, surname, self._birth(human), postcode, house, sex, tuple(self.errors))

    def _happens(self, share: float, error: str) -> bool:
        happened = self.chance.random() < share
        if happened:
            self.errors.append(error)
        return happened

    def _given(self, human: Human) -> str:
        given = human.given.split()[0] if self.chance.random() < 0.8 else human.given
        if given in CALLED and self._happens(0.18, "roepnaam"):
            given = self.chance.choice(CALLED[given])
        if self._happens(0.12, "voorletter"):
            return given[0] + "."
        return self._slip(given) if self._happens(0.05, "voornaam") else given

    def _surname(self, human: Human) -> str:
        if human.partner and self._happens(0.55, "partnernaam"):
            return human.partner if self.chance.random() < 0.5 else f"{human.partner}-{human.full_surname}"
        name, prefix = human.surname, human.prefix
        if self._happens(0.08, "spelling"):
            name = self._respelled(name)
        elif self._happens(0.05, "typefout"):
            name = self._slip(name)
        return self._with_prefix(name, prefix) if prefix else name

    def _with_prefix(self, name: str, prefix: str) -> str:
        if self._happens(0.25, "voorvoegsel weg"):
            return name
        if self._happens(0.25, "voorvoegsel kort"):
            return f"{SHORT.get(prefix, prefix)} {name}"
        if self._happens(0.25, "voorvoegsel elders"):
            return f"{name}, {prefix}" if self.chance.random() < 0.7 else f"{prefix}{name}".replace(" ", "")
        return f"{prefix} {name}"

    def _birth(self, human: Human) -> Birth:
        born = human.born
        if self._happens(0.12, "geen geboortedatum"):
            return Birth()
        if self._happens(0.06, "alleen jaar"):
            return Birth(born.year) if self.chance.random() < 0.5 else Birth(born.year, 1, 1)
        if born.day <= 12 and self._happens(0.04, "dag en maand gewisseld"):
            return Birth(born.year, born.day, born.month)
        if self._happens(0.025, "geboortedatum fout"):
            wrong = born + timedelta(days=self.chance.choice((-10, -1, 1, 10, 3653, -3653)))
            return Birth(wrong.year, wrong.month, wrong.day)
        return Birth(born.year, born.month, born.day)

    def _home(self, human: Human) -> tuple[str, str]:
        if self._happens(0.13, "verhuisd"):
            postcode, house = self.town.home()
            return postcode, str(house)
        if self._happens(0.08, "geen adres"):
            return "", ""
        if self._happens(0.02, "postcode fout"):
            return human.postcode[:4] + self.chance.choice("ABCDEFGH") + human.postcode[5], str(human.house)
        return human.postcode, str(human.house)

    def _respelled(self, name: str) -> str:
        small = name.casefold()
        fitting = [(old, new) for old, new in SPELLINGS if old in small[1:]]
        if not fitting:
            return name
        old, new = self.chance.choice(fitting)
        place = small.index(old, 1)
        return name[:place] + new + name[place + len(old) :]

    def _slip(self, name: str) -> str:
        if len(name) < 3:
            return name
        place, kind = self.chance.randrange(1, len(name) - 1), self.chance.random()
        if kind < 0.3:
            return name[:place] + name[place + 1 :]
        if kind < 0.55:
            return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
        if kind < 0.8:
            return name[:place] + self.chance.choice("aeioubnrst") + name[place + 1 :]
        return name[:place] + name[place] + name[place:]


def write_down(register: Sequence[Human], rows: int, seed: int = 11) -> list[Written]:
    """85 in a hundred about somebody of the register; of the strangers some have a surname and a home of it."""
    town = Town(len(register), random.Random(seed))
    clerk, known = Clerk(town), int(rows * 0.85)
    people = town.chance.sample(list(register), known)
    written = [clerk.write(human, human.number) for human in people]
    written += [clerk.write(_stranger(town, register), None) for _ in range(rows - known)]
    town.chance.shuffle(written)
    return written


def _stranger(town: Town, register: Sequence[Human]) -> Human:
    like = town.chance.choice(register)
    surname = town.surname()
    other = replace(
        like,
        given=town.chance.choice(GIVEN[like.sex]),
        born=like.born - timedelta(days=town.chance.randint(300, 12_000)),
        partner="",
    )
    if town.chance.random() < 0.4:
        return other
    postcode, house = town.home()
    return replace(other, prefix=surname[0], surname=surname[1], postcode=postcode, house=house)


def _bare(name: str) -> str:
    """Without accents, as old systems write."""
    return " ".join(part.capitalize() for part in letters(name).split())
