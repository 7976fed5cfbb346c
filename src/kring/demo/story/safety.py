"""What is agreed and weighed for safety in one family, and what a child of another said in confidence."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from kring.demo.data import read
from kring.demo.days import ZONE
from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.roles import CONSULTED
from kring.ground.access.services import involve
from kring.practice.safety.rules.agreements import AgreementWords
from kring.practice.safety.rules.telling import SafetyFigure, TalkWords
from kring.practice.safety.rules.track import StepWords
from kring.practice.safety.services import (
    do_step,
    give_figure,
    make_agreement,
    move_agreement,
    set_code_word,
    show_agreement,
    start_track,
    write_talk,
)

Given = dict[str, Any]


def tell(cast: Cast, family: Family, dossier: UUID) -> None:
    given: Given | None = read("safety").get(family.id)
    if given is None:
        return
    _consult(cast, dossier, given.get("consulted"))
    lead = str(family.given["story"]["lead"])
    with cast.on(date.fromisoformat(given["on"]), lead, "safety_agreed") as actor:
        for one in given.get("agreements", ()):
            _agree(cast, actor, dossier, one)
        for one in given.get("figures", ()):
            give_figure(actor=actor, dossier=dossier, figure=_figure(cast, one))
        if "track" in given:
            _weigh(cast, actor, dossier, given["track"])
        if "talk" in given:
            write_talk(actor=actor, dossier=dossier, words=_talk(cast, given["talk"]))


def _consult(cast: Cast, dossier: UUID, given: Given | None) -> None:
    """The safeguarding officer thinks along, from and to a day."""
    if given is None:
        return
    with cast.on(date.fromisoformat(given["on"]), "mark", "officer_consulted") as mark:
        until = datetime.combine(cast.days.iso(given["until"]), time(), ZONE)
        involve(
            actor=mark,
            dossier=Dossier.objects.get(id=dossier),
            account=cast.account(given["who"]),
            role=CONSULTED.code,
            ground="denkt mee over veiligheid",
            until=until,
        )


def _agree(cast: Cast, actor: Actor, dossier: UUID, given: Given) -> None:
    words = AgreementWords(
        given["what"], given["applies_when"], given["who_does"], given["checks"], actor.today,
        cast.days.iso(given["review"]), given.get("by_veilig_thuis", False), given["child_words"], given["pictogram"],
    )  # fmt: skip
    row = make_agreement(actor=actor, dossier=dossier, words=words)
    move_agreement(actor=actor, row=row)
    show_agreement(actor=actor, row=row, to=[cast.subjects[ref] for ref in given["shown"]])
    if "code_word" in given:
        word, known_to = given["code_word"]
        set_code_word(actor=actor, row=row, word=word, known_to=known_to)


def _figure(cast: Cast, given: Given) -> SafetyFigure:
    return SafetyFigure(
        cast.subjects[given["for"]], given["giver"], given["kind"], given["value"], cast.days.iso(given["on"]),
        given["reason"],
    )  # fmt: skip


def _weigh(cast: Cast, actor: Actor, dossier: UUID, given: Given) -> None:
    """As far as it has come."""
    row = start_track(actor=actor, dossier=dossier, subject=cast.subjects[given["about"]])
    for one in given["steps"]:
        words = StepWords(
            one["number"], cast.days.iso(one["on"]), one["outcome"], one.get("consulted", ""), one.get("skipped", "")
        )
        do_step(actor=actor, row=row, words=words)


def _talk(cast: Cast, given: Given) -> TalkWords:
    return TalkWords(
        cast.subjects[given["about"]], cast.days.iso(given["on"]), given["said"], given["with"], given["may_tell"]
    )
