"""How well rows are found back: of all that are about somebody, how many; of all that were found, how many rightly."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kring.linking.process import link
from kring.linking.records import Record
from kring.oversight.doubles.rules.weights import WEIGHED, record
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


def record_of(human: Human) -> Record:
    return record(str(human.number), traits_of(human))


def record_of_row(key: str, row: Written) -> Record:
    return record(key, asked(row))


def score(register: Sequence[Human], rows: Sequence[Written]) -> Score:
    """The cascade alone, in memory."""
    known = Register({human.number: (traits_of(human),) for human in register})
    found = [(row, hit) for row in rows if (hit := known.find(asked(row)))]
    right = sum(row.about == hit.person for row, hit in found)
    about_somebody = sum(row.about is not None for row in rows)
    return Score(right / about_somebody, right / len(found), Counter(hit.step.code for _row, hit in found))


def score_weighed(register: Sequence[Human], rows: Sequence[Written], certainty: float) -> Score:
    """The cascade, and behind it the surest pair that weighs enough: the last in the order from unsure to sure."""
    known = Register({human.number: (traits_of(human),) for human in register})
    hits = [known.find(asked(row)) for row in rows]
    left = [place for place, hit in enumerate(hits) if hit is None]
    pairs = link([record_of_row(str(at), rows[at]) for at in left], [record_of(one) for one in register], certainty)
    weighed = {int(pair.asked): int(pair.known) for pair in reversed(pairs)}
    found = {place: hit.person for place, hit in enumerate(hits) if hit} | weighed
    right = sum(rows[place].about == person for place, person in found.items())
    about_somebody = sum(row.about is not None for row in rows)
    steps = Counter(hit.step.code for hit in hits if hit) + Counter({WEIGHED: len(weighed)})
    return Score(right / about_somebody, right / len(found), steps)
