"""What a family tells of itself: what is familiar, the moments of its life line, and help that no delivery knows."""

from datetime import date
from typing import Any
from uuid import UUID

from kring.demo.data import read
from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.demo.story.dossiers import writer
from kring.ground.access.parts import Law
from kring.practice.care.rules.told import HelpWords
from kring.practice.care.services import tell_help
from kring.practice.circle.rules.own import (
    About,
    FamiliarKind,
    FamiliarWords,
    MomentKind,
    MomentWords,
    ShownTo,
    When,
)
from kring.practice.circle.services import tell_own

FILE = "own_stories"


def tell(cast: Cast, family: Family, dossier: UUID) -> None:
    """Two families told theirs."""
    given: dict[str, Any] | None = read(FILE).get(family.id)
    if given is None:
        return
    with cast.on(date.fromisoformat(given["on"]), writer(family), "story_told") as actor:
        for one in given["familiar"]:
            subject = cast.subjects[one["about"]] if "about" in one else None
            tell_own(actor=actor, dossier=dossier, subject=subject, told=_familiar(one))
        for one in given["moments"]:
            subject = cast.subjects[one["about"]] if "about" in one else None
            tell_own(actor=actor, dossier=dossier, subject=subject, told=_moment(cast, one))
    for one in given.get("help", ()):
        with cast.on(date.fromisoformat(given["on"]), one["teller"], "help_told") as actor:
            tell_help(actor=actor, dossier=dossier, words=_help(cast, one))


def _help(cast: Cast, given: dict[str, str]) -> HelpWords:
    """Each tells of the own help."""
    until = cast.days.iso(given["until"]) if "until" in given else None
    return HelpWords(
        cast.subjects[given["teller"]], Law.of(given["law"]), given["product"], cast.days.iso(given["since"]),
        given["told_by"], given["provider"], until,
    )  # fmt: skip


def _familiar(given: dict[str, str]) -> FamiliarWords:
    shown = ShownTo.of(given.get("shown_to", ShownTo.CIRCLE))
    return FamiliarWords(FamiliarKind.of(given["kind"]), given["words"], given["told_by"], shown)


def _moment(cast: Cast, given: dict[str, str]) -> MomentWords:
    """A day moves with the demo; of a month, season or year the first day stays the first."""
    about, written = About.of(given["exact"]), date.fromisoformat(given["on"])
    on = cast.days.day(written) if about is About.DAY else written
    kind = MomentKind.of(given["kind"])
    return MomentWords(kind, When(on, about), given["what"], given["told_by"], given.get("feeling", ""))
