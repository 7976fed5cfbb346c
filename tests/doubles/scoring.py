"""How well rows are found back: of all that are about somebody, how many; of all that were found, how many rightly."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kring.practice.households.rules.births import Birth
from kring.practice.households.rules.cascade import Register, Traits
from tests.doubles.misspelling import Written
from tests.doubles.register import Human


@dataclass(frozen=True, slots=True)
class Score:
    recall: float
    precision: float
    steps: Mapping[str, int]


def traits_of(human: Human) -> Traits:
    born = Birth(human.born.year, human.born.month, human.born.day)
    return Traits.of(human.surnames, human.given, born, (human.postcode, str(human.house)), human.sex)


def asked(row: Written) -> Traits:
    return Traits.of(row.surname, row.given, row.birth, (row.postcode, row.house), row.sex)


def score(register: Sequence[Human], rows: Sequence[Written]) -> Score:
    """The cascade alone, in memory."""
    known = Register({human.number: (traits_of(human),) for human in register})
    found = [(row, hit) for row in rows if (hit := known.find(asked(row)))]
    right = sum(row.about == hit.person for row, hit in found)
    about_somebody = sum(row.about is not None for row in rows)
    return Score(right / about_somebody, right / len(found), Counter(hit.step.code for _row, hit in found))
