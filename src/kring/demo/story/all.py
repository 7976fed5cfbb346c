"""The steps of the demo in their order. A step that has been told is never told again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.db import transaction

from kring.demo.families import Family
from kring.demo.story import (
    afterwards,
    circle,
    dossiers,
    figures,
    founding,
    homes,
    importing,
    investigations,
    kin,
    netwerk,
    notices,
    own_stories,
    plans,
    professionals,
    progress,
    provided,
    research,
    safety,
    signin,
    twice,
)
from kring.demo.story.cast import Cast

LAST = "accounts shown"


@dataclass(frozen=True, slots=True)
class Step:
    """`alone`: the step has transactions of its own, and telling it again does no harm.

    `before` looks up, outside the transaction, what the step must know.
    """

    name: str
    tell: Callable[[Cast], None]
    alone: bool = False
    before: Callable[[Cast], None] | None = None


def steps(cast: Cast) -> Iterator[Step]:
    yield Step("founded", founding.establish)
    yield Step("files brought", importing.bring_files, alone=True)
    yield Step("study approved", research.ask_and_approve, before=Cast.meet)
    yield Step("list made", research.make_list, alone=True)
    first, *others = cast.world.families
    for family in others:
        yield Step(f"family {family.id}", partial(_family, family), before=_learn)
    yield Step("notices read", notices.read_all)
    yield Step(f"family {first.id}", partial(_family, first), before=_learn)
    yield Step("one more named", research.name_one_more, before=_learn)
    yield Step("pilot", netwerk.run_pilot, before=Cast.meet)
    yield Step("small numbers allowed", netwerk.allow_small_numbers)
    yield Step("figures counted", figures.count, alone=True)
    yield Step("written twice", twice.tell, alone=True, before=Cast.meet)
    yield Step("logins", signin.make_logins)
    yield Step(LAST, signin.show_accounts, alone=True)


def tell(cast: Cast, *, say: Callable[[str], object]) -> int:
    """Tell what has not been told yet; how many steps that was."""
    done = progress.steps_done()
    left = [step for step in steps(cast) if step.name not in done]
    for step in left:
        if step.before is not None:
            step.before(cast)
        if step.alone:
            step.tell(cast)
            progress.mark_done(step.name)
        else:
            with transaction.atomic():
                step.tell(cast)
                progress.mark_done(step.name)
        say(step.name)
    return len(left)


def _learn(cast: Cast) -> None:
    cast.meet()
    research.learn_pseudonyms(cast)


def _family(family: Family, cast: Cast) -> None:
    dossier = dossiers.begin(cast, family)
    homes.tell(cast, family, dossier)
    professionals.name_them(cast, family, dossier)
    circle.draw(cast, family, dossier)
    plans.grow(cast, family, dossier)
    provided.tell(cast, family, dossier)
    afterwards.tell(cast, family, dossier)
    circle.look_again(cast, family, dossier)
    kin.tell(cast, family, dossier)
    own_stories.tell(cast, family, dossier)
    investigations.tell(cast, family, dossier)
    safety.tell(cast, family, dossier)
