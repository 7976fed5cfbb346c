"""Messages of iJw and iWmo: assignments, starts, stops and declarations to the provisions of the register zone.

A client is known by BSN; an unknown client is never made, but left to the data steward.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from kring.exchange.connectors.message_knowledge import Knowledge
from kring.exchange.connectors.message_parts import part_of_row
from kring.exchange.connectors.message_storing import store_message, store_parts
from kring.exchange.connectors.outcomes import MARK, finding_of, new_person
from kring.exchange.connectors.person_rows import facts_of_row, identity_of
from kring.exchange.istandaarden.reader import ReadMessage, Status, read_message
from kring.exchange.models import DeliveryKind
from kring.exchange.registry import Incoming, Reading, Row
from kring.exchange.session import Outcome, Session
from kring.ground.organisations.models import Organisation
from kring.practice.care.services import CaseBook
from kring.practice.households.matching import match

_KIND = re.compile(rb"/(?:jw|wmo)(\d{3})/schema")
_DATED = re.compile(rb"Dagtekening>\s*(\d{4}-\d{2}-\d{2})")
_HEAD = 4096
"""Kind and date of a message stand in its first bytes."""


class Messages:
    """XML of iJw and iWmo 3.2."""

    kind = DeliveryKind.ISTANDAARDEN
    title: Promise = gettext_lazy("Berichten (iJw en iWmo)")
    suffixes: tuple[str, ...] = (".xml",)

    def rank(self, file: Incoming) -> tuple[int, str]:
        """By day; on one day assignments before starts, stops and declarations."""
        kind, dated = _KIND.search(file.content[:_HEAD]), _DATED.search(file.content[:_HEAD])
        return _ordinal(dated[1] if dated else b""), f"{kind[1].decode() if kind else ''} {file.name}"

    def read(self, file: Incoming) -> Reading:
        return _reading(file, read_message(file.content, file.name), None)

    def read_together(self, files: Sequence[Incoming], controller: Organisation) -> Iterator[Reading]:
        """The register is asked once about all of them, when the first is stored."""
        read = [read_message(file.content, file.name) for file in files]
        knowledge = Knowledge(controller, tuple(each.message for each in read if each.message is not None))
        return (_reading(file, each, knowledge) for file, each in zip(files, read, strict=True))

    def resume(self, row: Row, subject: UUID | None, session: Session) -> None:
        """The part of one client, now that it is certain who that is."""
        facts = facts_of_row(row)
        kept = part_of_row(row, facts.line)
        if kept is None:
            return
        message, part = kept
        known = subject or match(session.controller.id, [identity_of(facts)])[0].subject or new_person(session, facts)
        keys = [(message.law.value, message.provider, number) for number in part.numbers]
        book = CaseBook.of(session.controller.cbs_code, {known: keys})
        stored = store_parts(message, [(part, known)], book, session)
        session.findings += [finding_of(str(row[MARK]), each) for each in (*stored.breaches, *stored.notes)]


def _ordinal(day: bytes) -> int:
    try:
        return date.fromisoformat(day.decode("ascii")).toordinal()
    except ValueError:
        return 0


def _reading(file: Incoming, read: ReadMessage, knowledge: Knowledge | None) -> Reading:
    if read.message is None:
        return Reading(1, read.findings, refused=read.status is Status.REFUSED, store=_not_processed)
    store = partial(store_message, file, read.message, knowledge)
    return Reading(len(read.message.clients), read.findings, refused=False, store=store)


def _not_processed(session: Session) -> None:
    session.count(Outcome.UNCHANGED)
