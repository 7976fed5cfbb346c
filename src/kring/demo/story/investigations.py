"""Needs that families reported under the Wmo: one that was decided on, one that runs, and one that just came in."""

from datetime import date
from typing import Any
from uuid import UUID

from kring.demo.data import read
from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.practice.investigation import services
from kring.practice.investigation.models import Investigation
from kring.practice.investigation.rules.blocks import Block
from kring.practice.investigation.rules.steps import Decision, Support
from kring.practice.investigation.rules.words import BeforeWords, FindingWords, ReportWords

FILE = "investigations"
Given = dict[str, Any]  # as the file of the story gives it


def tell(cast: Cast, family: Family, dossier: UUID) -> None:
    for given in read(FILE).get(family.id, ()):
        with cast.on(date.fromisoformat(given["reported_on"]), given["by"], "need_reported") as actor:
            row = services.report_need(actor=actor, dossier=dossier, words=_reported(cast, given))
        if "before" in given:
            _prepare(cast, given, row)
            _look_into(cast, given, row)
        if "sent" in given:
            _end(cast, given, row)


def _reported(cast: Cast, given: Given) -> ReportWords:
    day = cast.days.iso
    return ReportWords(
        cast.subjects[given["who"]], day(given["reported_on"]), given["reported_by"], given["need"],
        cast.account(given["by"]).display_name, day(given["call_by"]),
    )  # fmt: skip


def _prepare(cast: Cast, given: Given, row: Investigation) -> None:
    before: Given = given["before"]
    on = cast.days.iso(before["on"])
    with cast.on(date.fromisoformat(before["on"]), given["by"], "need_prepared") as actor:
        words = BeforeWords(
            before["safety"], before.get("safety_words", ""), Support(on, before["client"]), before.get("carer", ""),
            Support(on if "carer" in before else None, before.get("carer_answer", "")), before["identity"], on,
        )  # fmt: skip
        services.prepare(actor=actor, row=row, words=words)
    with cast.on(date.fromisoformat(given["start"]), given["by"], "investigation_started") as actor:
        services.start(actor=actor, row=row, on=cast.days.iso(given["start"]))


def _look_into(cast: Cast, given: Given, row: Investigation) -> None:
    with cast.on(date.fromisoformat(given["written"]), given["by"], "investigated") as actor:
        for letter, words in given["blocks"].items():
            services.write_finding(actor=actor, row=row, block=Block.of(letter), words=FindingWords(*words))


def _end(cast: Cast, given: Given, row: Investigation) -> None:
    """From the report to the decision, each on its day."""
    by = given["by"]
    with cast.on(date.fromisoformat(given["sent"]), by, "report_sent") as actor:
        services.send_report(actor=actor, row=row, on=cast.days.iso(given["sent"]))
    with cast.on(date.fromisoformat(given["applied"]), by, "applied_for") as actor:
        services.apply(actor=actor, row=row, on=cast.days.iso(given["applied"]))
    day, decision = given["decided"]
    with cast.on(date.fromisoformat(day), by, "decided") as actor:
        services.decide(actor=actor, row=row, on=cast.days.iso(day), decision=Decision.of(decision))
