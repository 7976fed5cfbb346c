"""The steps of the demo in their order. A step that has been told is never told again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import transaction

from kring.demo.story import founding, importing, progress
from kring.demo.story.cast import Cast


@dataclass(frozen=True, slots=True)
class Step:
    """`alone`: the step has transactions of its own, and telling it again does no harm."""

    name: str
    tell: Callable[[Cast], None]
    alone: bool = False


LAST = "files"


def steps(_cast: Cast) -> Iterator[Step]:
    yield Step("found", founding.establish)
    yield Step("files", importing.bring_files, alone=True)


def tell(cast: Cast, *, say: Callable[[str], object]) -> int:
    """Tell what has not been told yet; how many steps that was."""
    done = progress.steps_done()
    left = [step for step in steps(cast) if step.name not in done]
    for step in left:
        if step.alone:
            step.tell(cast)
            progress.mark_done(step.name)
        else:
            with transaction.atomic():
                step.tell(cast)
                progress.mark_done(step.name)
        say(step.name)
    return len(left)
