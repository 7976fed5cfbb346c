"""Provisions without a national message, by CSV: Participatiewet, debt help, education, work, volunteers' help."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.exchange.connectors.outcomes import MARK, finding_of, leave_to_steward, new_person
from kring.exchange.connectors.person_rows import doubt, facts_of_row, identity_of
from kring.exchange.connectors.provision_facts import case_of, person_facts
from kring.exchange.connectors.provision_people import by_surname
from kring.exchange.findings import Finding, Severity
from kring.exchange.models import DeliveryKind
from kring.exchange.registry import EachAlone, Incoming, Reading, Row
from kring.exchange.session import Doubt, Outcome, Rejected, Session
from kring.exchange.voorzieningen.reader import read_provisions
from kring.exchange.voorzieningen.records import Delivery, DeliveryScope, ProvisionRow, ReadProvisions
from kring.exchange.voorzieningen.writer import write_provisions
from kring.practice.care.rules.incoming import MESSAGE_SOURCES, Batch, Channel
from kring.practice.care.services import (
    Inbox,
    Receipt,
    end_missing,
    note_received,
    stated_later,
    store_cases,
)
from kring.practice.households.identity import sealed, unsealed
from kring.practice.households.matching import match
from kring.practice.households.rules.facts import PersonFacts

BATCH = 1000
_ROW = "_regel"


class Provisions(EachAlone):
    """CSV as in docs/uitwisseling/voorzieningen.md."""

    kind = DeliveryKind.PROVISIONS
    title: Promise = gettext_lazy("Voorzieningen (CSV)")
    suffixes: tuple[str, ...] = (".csv",)

    def rank(self, file: Incoming) -> tuple[int, str]:
        """By the day on which a delivery was true."""
        delivery = read_provisions(file.content, file.name).delivery
        return delivery.as_of.toordinal() if delivery else 0, file.name

    def read(self, file: Incoming) -> Reading:
        read = read_provisions(file.content, file.name)
        refused = read.delivery is None or not read.rows
        return Reading(read.total, read.findings, refused, partial(_store, file, read))

    def resume(self, row: Row, subject: UUID | None, session: Session) -> None:
        read = read_provisions(unsealed(str(row[_ROW])).encode(), str(row[MARK]))
        if read.delivery is None:
            return
        facts = facts_of_row(row)
        known = subject or match(session.controller.id, [identity_of(facts)])[0].subject or new_person(session, facts)
        case = replace(case_of(read.rows[0], known), line=facts.line)
        stored = store_cases(ledger=session.journal, batch=_batch(read.delivery, session), cases=[case])
        session.findings += [finding_of(str(row[MARK]), each) for each in stored.breaches]


def _batch(delivery: Delivery, session: Session) -> Batch:
    return Batch(session.controller.id, delivery.municipality, delivery.source, delivery.as_of)


def _store(file: Incoming, read: ReadProvisions, session: Session) -> None:
    delivery = read.delivery
    if delivery is None:
        return
    receipt = _receipt(file, delivery, session)
    _enforce_timely(file, delivery, receipt, session)
    batch, present = _batch(delivery, session), {row.key for row in read.rows} | read.refused_keys
    for start in range(0, len(read.rows), BATCH):
        rows = read.rows[start : start + BATCH]
        _store_rows(file.name, batch, delivery, rows, session)
        session.step(len(rows))
    if read.may_end_missing:
        _tell_ended(file.name, end_missing(ledger=session.journal, batch=batch, present=present), session)
    elif delivery.scope is DeliveryScope.FULL:
        _tell_nothing_ended(file.name, session)
    inbox = Inbox(receipt.controller, frozenset({receipt.name}))
    if not inbox.named(receipt.name):
        note_received(ledger=session.journal, inbox=inbox, receipt=receipt)


def _receipt(file: Incoming, delivery: Delivery, session: Session) -> Receipt:
    day = delivery.as_of
    digest = sha256(file.content).hexdigest()
    return Receipt(session.controller.id, Channel.CSV.value, delivery.source, day.isoformat(), day, digest)


def _enforce_timely(file: Incoming, delivery: Delivery, receipt: Receipt, session: Session) -> None:
    """A delivery is of this municipality, from a source of its own, and not older than what is known."""
    if delivery.municipality != session.controller.cbs_code:
        what = _("Deze levering is van een andere gemeente.")
        why = _("De levering is voor gemeente %(code)s.") % {"code": session.controller.cbs_code}
        todo = _("Lever het bestand aan bij de gemeente die erin staat.")
        raise Rejected([Finding(file.name, 2, "gemeente", "CSV-GEMEENTE", what, why, todo)])
    if delivery.source.casefold() in {name.casefold() for name in MESSAGE_SOURCES.values()}:
        what = _("Deze naam van een bron is niet vrij.")
        why = _("Zo heet in Kring wat met berichten binnenkomt.")
        todo = _("Noem het bronsysteem bij zijn eigen naam.")
        raise Rejected([Finding(file.name, 2, "bron", "CSV-BRON", what, why, todo)])
    if delivery.as_of > session.today:
        what, why = _("De peildatum ligt in de toekomst."), _("Een levering zegt wat er op een dag was.")
        todo = _("Verbeter de peildatum.")
        raise Rejected([Finding(file.name, 2, "peildatum", "CSV-PEILDATUM", what, why, todo)])
    if stated_later(receipt):
        what = _("Van deze bron is al een levering met een latere peildatum verwerkt.")
        why = _("Een oudere levering zou nieuwere gegevens overschrijven.")
        todo = _("Lever de nieuwste stand aan, of draai de latere levering eerst terug.")
        raise Rejected([Finding(file.name, 2, "peildatum", "CSV-PEILDATUM", what, why, todo)])


def _store_rows(file: str, batch: Batch, delivery: Delivery, rows: Sequence[ProvisionRow], session: Session) -> None:
    known, doubts, left = _recognised(delivery, rows, session)
    cases = [case_of(row, subject) for row, subject in known]
    stored = store_cases(ledger=session.journal, batch=batch, cases=cases)
    refused = {breach.line for breach in stored.breaches}
    session.findings += [finding_of(file, breach) for breach in stored.breaches]
    session.findings += [_uncertain(file, each) for each in doubts]
    session.count(Outcome.REFUSED, len(refused))
    session.settle([case.line for case in cases if case.line not in refused], stored.created)
    leave_to_steward(session, doubts)
    session.count(Outcome.UNCHANGED, left)


def _recognised(
    delivery: Delivery, rows: Sequence[ProvisionRow], session: Session
) -> tuple[list[tuple[ProvisionRow, UUID]], list[Doubt], int]:
    """The rows about a certain person, those for the data steward, and how many he decided to leave."""
    facts = [person_facts(row) for row in rows]
    identities = [identity_of(each) for each in facts]
    matches = match(session.controller.id, identities)
    unsure = [each for each, found in zip(facts, matches, strict=True) if found.subject is None]
    alone = by_surname(session.controller.id, unsure)
    decided = session.decided(identity_of(each).fingerprint for each in unsure) if unsure else {}
    known, doubts, left = [], [], 0
    for row, each, identity, found in zip(rows, facts, identities, matches, strict=True):
        decision = decided.get(identity.fingerprint)
        subject = found.subject or alone.get(row.line) or (decision.subject if decision else None)
        if subject is not None:
            known.append((row, subject))
        elif decision is not None:
            left += 1
        else:
            doubts.append(_doubt(delivery, row, each, found.candidates))
    return known, doubts, left


def _doubt(delivery: Delivery, row: ProvisionRow, facts: PersonFacts, candidates: Sequence[UUID]) -> Doubt:
    known = _("Het BSN is niet bekend in het register.")
    reason = known if facts.bsn else _("Naam, geboortedatum en adres wijzen niet precies één persoon aan.")
    more = {
        "bron": delivery.source,
        "wet": row.law.value,
        MARK: f"{delivery.source} {row.key}",
        _ROW: sealed(write_provisions(delivery, [row]).decode()),
    }
    return doubt(facts, reason, candidates, more)


def _uncertain(file: str, each: Doubt) -> Finding:
    why = _("De gegevensbeheerder beslist; de regel wacht op de lijst met te beoordelen regels.")
    todo = _("Lever zo mogelijk het BSN mee.")
    return Finding(file, each.line, "bsn", "PERSOON", each.reason, why, todo, Severity.WARNING)


def _tell_ended(file: str, ended: int, session: Session) -> None:
    if not ended:
        return
    what = ngettext(
        "%(number)s voorziening stond niet meer in de levering en is beëindigd.",
        "%(number)s voorzieningen stonden niet meer in de levering en zijn beëindigd.",
        ended,
    )
    why, todo = _("Een volledige levering noemt alles wat op de peildatum loopt."), _("U hoeft niets te doen.")
    session.report(Finding(file, None, "", "CSV-EINDE", what % {"number": ended}, why, todo, Severity.NOTE))


def _tell_nothing_ended(file: str, session: Session) -> None:
    what = _("Er is niets beëindigd, ook niet wat in deze levering ontbreekt.")
    why = _("Van een afgekeurde regel is het zaaknummer niet te lezen.")
    todo = _("Verbeter de afgekeurde regels en lever het bestand opnieuw aan.")
    session.report(Finding(file, None, "", "CSV-EINDE", what, why, todo, Severity.WARNING))
