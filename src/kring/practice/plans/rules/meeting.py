"""Two people wrote in one place: nothing is lost. What one of them changed is taken; what both changed is chosen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from hashlib import sha256

from kring.ground.configuration.rules import Setting, Topic, declare
from kring.ground.shared.marking import mark as _
from kring.practice.plans.rules.words import ActionWords

PRINT = 12
"""Characters of a print: enough to tell two texts apart, too few to guess one."""
Held = Mapping[str, object]
DOER = "doer"
"""Kind, name and function of who does a step count as one."""
DRAFT_KEPT = declare(
    Setting(
        code="concept_dagen",
        topic=Topic.CLOCK,
        title=_("Zo lang blijft een concept bewaard"),
        meaning=_("Wat iemand aan tafel typte en niet in het plan zette, gaat na zoveel dagen weg."),
        unit=_("dagen"),
        default=30,
        lowest=1,
        highest=90,
        source=_("huisregel"),
    )
)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two texts for one field, and neither is what both began with."""

    field: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """`taken`: what of the writer goes in. `clashes`: where somebody chooses first."""

    taken: Held
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; `is_own` when the other text does not have it."""

    text: str
    is_own: bool


def as_text(value: object) -> str:
    """As it is compared: a browser's line ends and the space around say nothing."""
    if isinstance(value, date):
        return value.isoformat()
    return "\n".join(str("" if value is None else value).splitlines()).strip()


def prints(held: Held) -> str:
    """What stands there, field by field, without the words: it goes with a form and comes back with it."""
    return " ".join(f"{name}:{_print(value)}" for name, value in sorted(held.items()))


def seen_now(since: str, now: Held, clashes: Iterable[Clash]) -> str:
    """What the writer knows after having been shown the clashes: of all else, what it began with."""
    seen = {clash.field: _print(now.get(clash.field)) for clash in clashes}
    return " ".join(f"{name}:{printed}" for name, printed in sorted({**_began(since), **seen}.items()))


def meet(mine: Held, now: Held, since: str) -> Meeting:
    """By field. For a field that `since` does not know, what the writer says is taken."""
    began = _began(since)
    taken, clashes = {}, []
    for name, value in mine.items():
        was, here, there = began.get(name), _print(value), _print(now.get(name))
        if was in {None, there}:
            taken[name] = value
        elif here not in {was, there}:
            clashes.append(Clash(name, as_text(value), as_text(now.get(name))))
    return Meeting(taken, tuple(clashes))


def held(words: ActionWords) -> Held:
    """A step as its form has it: the doer is one field, and the answer what belongs to that doer."""
    return {
        "what": words.what,
        DOER: f"{words.doer_kind} {words.doer_name.strip()}",
        "due_on": words.due_on,
        "start_on": words.start_on,
        "rhythm": words.rhythm,
        "depends_on": words.depends_on,
        "is_discussed": words.is_discussed,
        "undiscussed_ground": "" if words.is_discussed else words.undiscussed_ground,
        **words.informal.fields(),
    }


def joined(mine: ActionWords, now: ActionWords, taken: Held) -> ActionWords:
    """What stands there, with what of the writer goes in."""
    names = set(taken) - {DOER}
    if DOER in taken:
        names |= {"doer_kind", "doer_name", "doer_function"}
    return replace(now, **{name: getattr(mine, name) for name in names})


def pieces(text: str, other: str) -> tuple[Piece, ...]:
    """The text, with the words that the other does not have marked."""
    return tuple(_pieces(text.split(" "), other.split(" ")))


def _pieces(words: list[str], others: list[str]) -> Iterator[Piece]:
    for deed, start, end, _from, _to in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if start < end:
            yield Piece(" ".join(words[start:end]), deed != "equal")


def _began(since: str) -> dict[str, str]:
    return dict(part.partition(":")[::2] for part in since.split())


def _print(value: object) -> str:
    return sha256(as_text(value).encode()).hexdigest()[:PRINT]
