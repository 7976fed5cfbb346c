"""Persons of the BRP to the register zone: persons, family ties, authority, and the households that follow."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.exchange.brp.reader import read_persons
from kring.exchange.brp.records import PersonRecord
from kring.exchange.connectors.brp_facts import person_facts
from kring.exchange.connectors.brp_people import People
from kring.exchange.connectors.person_rows import doubt, facts_of_row, identity_of
from kring.exchange.findings import Finding, Severity
from kring.exchange.models import DeliveryKind
from kring.exchange.registry import EachAlone, Incoming, Reading, Row
from kring.exchange.session import Outcome, Session
from kring.practice.households.matching import certain, guesses
from kring.practice.households.models import HOUSED
from kring.practice.households.rules.facts import PersonFacts, Source
from kring.practice.households.services import (
    Batch,
    Placed,
    form_households,
    store_authority,
    store_persons,
    store_ties,
)

BATCH = 500


class Brp(EachAlone):
    """JSON of the Haal Centraal BRP API."""

    kind = DeliveryKind.BRP
    title: Promise = gettext_lazy("Personen (BRP)")
    suffixes: tuple[str, ...] = (".json",)

    def rank(self, file: Incoming) -> tuple[int, str]:
        return 0, file.name

    def read(self, file: Incoming) -> Reading:
        read = read_persons(file.content, file.name)
        refused = not read.persons and bool(read.findings)
        return Reading(read.total, read.findings, refused, partial(_store, file.name, read.persons))

    def resume(self, row: Row, subject: UUID | None, session: Session) -> None:
        """The person only: a record without BSN cannot be tied to others."""
        batch = Batch(session.controller.id, Source.BRP, session.journal)
        stored = store_persons(actor=session.actor, batch=batch, persons=[Placed(facts_of_row(row), subject)])
        form_households(actor=session.actor, batch=batch, subjects=stored.subjects, moved=stored.moved)


def _store(file: str, records: Sequence[PersonRecord], session: Session) -> None:
    _Storing(file, session).run(_told_apart(records))


def _told_apart(records: Sequence[PersonRecord]) -> Sequence[PersonRecord]:
    """By line; by their place in the file when several stand on one line."""
    if len({record.line for record in records}) == len(records):
        return records
    return [replace(record, line=place) for place, record in enumerate(records, start=1)]


@dataclass(slots=True)
class _Storing:
    """One delivery on its way into the register."""

    file: str
    session: Session
    subjects: dict[int, UUID] = field(default_factory=dict)
    created: set[int] = field(default_factory=set)
    moved: dict[UUID, date] = field(default_factory=dict)
    unhoused: int = 0

    def run(self, records: Sequence[PersonRecord]) -> None:
        batch = Batch(self.session.controller.id, Source.BRP, self.session.journal)
        for start in range(0, len(records), BATCH):
            self._persons(batch, [person_facts(record) for record in records[start : start + BATCH]])
        everyone, actor = set(self.subjects.values()), self.session.actor
        people = People.of(batch.controller, records, self.subjects)
        store_ties(batch=batch, ties=people.ties(), about=everyone)
        store_authority(actor=actor, batch=batch, authority=people.authority(), told_about=everyone)
        form_households(actor=actor, batch=batch, subjects=everyone, moved=self.moved)
        self.session.settle(self.subjects, self.created)
        self._tell_unhoused()

    def _persons(self, batch: Batch, facts: list[PersonFacts]) -> None:
        placed = self._placed(facts)
        stored = store_persons(actor=self.session.actor, batch=batch, persons=placed)
        self.subjects |= dict(zip((each.facts.line for each in placed), stored.subjects, strict=True))
        self.created |= stored.created
        self.moved |= stored.moved
        self.unhoused += sum(1 for each in placed if not _is_housed(each.facts))
        for line in stored.still_shielded:
            self.session.report(_still_shielded(self.file, line))
        self.session.step(len(facts))

    def _placed(self, facts: list[PersonFacts]) -> list[Placed]:
        """Known by BSN or by all details; with an unknown BSN new; without a BSN as the data steward decided."""
        controller = self.session.controller.id
        found = list(zip(facts, certain(controller, [identity_of(each) for each in facts]), strict=True))
        placed = [Placed(each, subject) for each, subject in found if subject or each.bsn]
        doubtful = [each for each, subject in found if subject is None and each.bsn is None]
        return placed + self._doubtful(doubtful) if doubtful else placed

    def _doubtful(self, facts: list[PersonFacts]) -> list[Placed]:
        """What was decided before is not asked again; the others go to the review list."""
        identities = {each.line: identity_of(each) for each in facts}
        decided = self.session.decided(identity.fingerprint for identity in identities.values())
        answers = {each.line: decided.get(identities[each.line].fingerprint) for each in facts}
        open_still = [each for each in facts if answers[each.line] is None]
        guessed = guesses(self.session.controller.id, [identities[each.line] for each in open_still])
        reason = _("Het BSN ontbreekt, en naam, geboortedatum en adres wijzen niet precies één persoon aan.")
        self.session.review([doubt(each, reason, guessed.get(identities[each.line], ())) for each in open_still])
        left = [answer for answer in answers.values() if answer is not None and answer.subject is None]
        self.session.count(Outcome.UNCHANGED, len(left))
        return [Placed(each, answer.subject) for each in facts if (answer := answers[each.line]) and answer.subject]

    def _tell_unhoused(self) -> None:
        if not self.unhoused:
            return
        what = ngettext(
            "%(number)s persoon heeft geen volledig adres en is in geen huishouden geplaatst.",
            "%(number)s personen hebben geen volledig adres en zijn in geen huishouden geplaatst.",
            self.unhoused,
        )
        why = _("Een huishouden is familie op één volledig adres.")
        todo = _("Niets, of laat het adres in de BRP nakijken.")
        told = Finding(self.file, None, "", "BRP-ADRES", what % {"number": self.unhoused}, why, todo, Severity.NOTE)
        self.session.report(told)


def _is_housed(facts: PersonFacts) -> bool:
    return facts.address is not None and facts.address.kind in HOUSED


def _still_shielded(file: str, line: int) -> Finding:
    return Finding(
        file,
        line,
        "geheimhoudingPersoonsgegevens",
        "BRP-GEHEIM",
        _("De geheimhouding staat niet meer in de BRP; het adres blijft in Kring afgeschermd."),
        _("Een adres kan ook om een andere reden zijn afgeschermd."),
        _("Laat wie het dossier kent beslissen of de afscherming weg kan."),
        Severity.WARNING,
    )
