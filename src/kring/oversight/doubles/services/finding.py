"""Looking for people who may be in the register twice. As role kring_merge, in a job.

First the steps of the cascade, each certain enough by itself; behind them what weighs enough, where it is installed.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db.models import QuerySet

from kring.ground.access.actor import Actor
from kring.ground.access.models import Subject
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.configuration import queries as configuration
from kring.ground.shared.levels import Level
from kring.linking import process
from kring.linking.records import Pair as Weighed
from kring.linking.records import Record
from kring.oversight.doubles.models import Double, DoubleState
from kring.oversight.doubles.rules.weights import CERTAINTY, WEIGHED, record
from kring.practice.households.comparing import near, traits
from kring.practice.households.matching import candidates
from kring.practice.households.models import Person, PersonBsn, PersonIdentity
from kring.practice.households.rules.cascade import STEPS, Register

AT_ONCE = 500
Pair = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class Found:
    """How many pairs wait for a decision, and how many of them are new."""

    waiting: int
    new: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """By what a pair was found, and what its fields weigh where they were weighed."""

    step: str
    weighed: Weighed | None = None

    @property
    def columns(self) -> dict[str, object]:
        if self.weighed is None:
            return {"step": self.step, "certainty": None, "weights": []}
        percent = min(99, int(self.weighed.certainty * 100))
        return {"step": self.step, "certainty": percent, "weights": [asdict(one) for one in self.weighed.weights]}


def find_doubles(*, actor: Actor, organisation: UUID) -> Found:
    """Only who has no BSN can be somebody else too: two numbers are two people. What was decided stays decided."""
    numbered = PersonBsn.objects.filter(controller=organisation).values("subject_id")
    everybody = Person.objects.filter(subject__controller=organisation)
    nameless = everybody.exclude(subject__in=numbered)
    subjects = list(nameless.order_by("subject_id").values_list("subject_id", flat=True))
    weighed = _weighed(organisation, subjects, everybody)
    pairs: dict[Pair, Likeness] = {}
    for start in range(0, len(subjects), AT_ONCE):
        for pair, step in _alike(organisation, subjects[start : start + AT_ONCE]):
            pairs.setdefault(pair, Likeness(step, weighed.get(pair)))
    pairs = {pair: Likeness(WEIGHED, found) for pair, found in weighed.items()} | pairs
    new = _write(actor, organisation, pairs)
    note_deed("doubles.searched", Part.REGISTER, event=Event.SEARCH, ground=f"{len(pairs)} gevonden")
    waiting = Double.objects.filter(organisation=organisation, state=DoubleState.OPEN).count()
    return Found(waiting, new)


def _weighed(organisation: UUID, subjects: Sequence[UUID], everybody: QuerySet[Person]) -> dict[Pair, Weighed]:
    """At or above the certainty that is set; nobody is weighed where Splink is not installed."""
    if not subjects or not process.is_installed():
        return {}
    least = configuration.value(CERTAINTY.code, organisation) / 100
    known = _records(list(everybody.values_list("subject_id", flat=True)))
    whose = {str(subject) for subject in subjects}
    found: dict[Pair, Weighed] = {}
    for one in process.link([each for each in known if each.key in whose], known, least):
        pair = sorted((UUID(one.asked), UUID(one.known)))
        found.setdefault((pair[0], pair[1]), one)
    return found


def _records(subjects: Sequence[UUID]) -> list[Record]:
    return [
        record(str(subject), facet)
        for start in range(0, len(subjects), AT_ONCE)
        for subject, facets in traits(subjects[start : start + AT_ONCE]).items()
        for facet in facets
    ]


def _alike(organisation: UUID, subjects: Collection[UUID]) -> Iterator[tuple[Pair, str]]:
    own = traits(subjects)
    people = traits(near(organisation, (each for facets in own.values() for each in facets)))
    register = Register(people | own)
    for subject, facets in own.items():
        for step in STEPS:
            for each in facets:
                for other in register.fitting(each, step) - {subject}:
                    yield (min(subject, other), max(subject, other)), step.code


def _write(actor: Actor, organisation: UUID, pairs: Mapping[Pair, Likeness]) -> int:
    present = {(row.one_id, row.other_id): row for row in Double.objects.filter(organisation=organisation)}
    gone = [row.id for pair, row in present.items() if row.state == DoubleState.OPEN and pair not in pairs]
    Double.objects.filter(id__in=gone).delete()
    facts = facts_of({subject for pair in pairs for subject in pair})
    new = []
    for pair, likeness in pairs.items():
        row = present.get(pair)
        if row is None:
            new.append(_new(actor, organisation, (pair, likeness), facts))
        elif row.state == DoubleState.OPEN:
            Double.objects.filter(id=row.id).update(facts=_both(pair, facts), **likeness.columns)
    Double.objects.bulk_create(new)
    return len(new)


def _new(
    actor: Actor, organisation: UUID, found: tuple[Pair, Likeness], facts: Mapping[UUID, dict[str, str]]
) -> Double:
    pair, likeness = found
    return Double(
        organisation_id=organisation,
        one_id=pair[0],
        other_id=pair[1],
        facts=_both(pair, facts),
        sort_name=facts[pair[0]]["_sorteer"],
        found_on=actor.today,
        **likeness.columns,
    )


def _both(pair: Pair, facts: Mapping[UUID, dict[str, str]]) -> list[dict[str, str]]:
    return [{name: value for name, value in facts[one].items() if not name.startswith("_")} for one in pair]


def facts_of(subjects: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """How the data steward tells these people apart. Where a shielded person lives is not told."""
    shown = candidates(subjects)
    shielded = set(Subject.objects.filter(id__in=subjects, shield__gte=Level.PROTECTED).values_list("id", flat=True))
    sexes = dict(PersonIdentity.objects.filter(subject__in=subjects).values_list("subject_id", "sex"))
    numbered = set(PersonBsn.objects.filter(subject__in=subjects).values_list("subject_id", flat=True))
    return {
        row.subject_id: {
            "voornamen": row.first_names,
            "geslachtsnaam": f"{row.prefix} {row.surname}".strip(),
            "getoond": row.display_name,
            "geboren": shown[row.subject_id].born,
            "geslacht": sexes.get(row.subject_id, ""),
            "adres": "afgeschermd" if row.subject_id in shielded else shown[row.subject_id].address,
            "bsn": "bekend" if row.subject_id in numbered else "",
            "_sorteer": row.sort_name,
        }
        for row in Person.objects.filter(subject__in=subjects)
    }
