"""What the register holds of the people and assignments that messages name: asked once, also for a folder of them."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from kring.exchange.connectors.message_facts import name_of
from kring.exchange.connectors.message_parts import Part, parts_of
from kring.exchange.connectors.person_rows import identity_of
from kring.exchange.istandaarden.messages import Message
from kring.exchange.session import earlier_decisions
from kring.ground.organisations.models import Organisation
from kring.practice.care.services import CaseBook, Inbox, Key
from kring.practice.households.matching import Identity, match, subjects_by_bsn


@dataclass(frozen=True, slots=True)
class Recognised:
    """Who a client without a known BSN is, if that is certain; else who it may be, or that the steward left it."""

    subject: UUID | None
    left: bool = False
    candidates: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Knowledge:
    """Read in the transaction that first asks. For more messages only while nobody else changes the register."""

    controller: Organisation
    messages: tuple[Message, ...]

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self.controller.id, frozenset(map(name_of, self.messages)))

    @cached_property
    def cases(self) -> CaseBook:
        named: dict[UUID, list[Key]] = defaultdict(list)
        for message, part in self._parts:
            subject = self.of(part).subject
            if subject is not None:
                named[subject] += [(message.law.value, message.provider, number) for number in part.numbers]
        return CaseBook.of(self.controller.cbs_code, named)

    def of(self, part: Part) -> Recognised:
        subject = self._by_bsn.get(part.client.bsn)
        return self._others[identity_of(part.facts)] if subject is None else Recognised(subject)

    @cached_property
    def _parts(self) -> list[tuple[Message, Part]]:
        return [(message, part) for message in self.messages for part in parts_of(message)]

    @cached_property
    def _by_bsn(self) -> dict[str | None, UUID]:
        return subjects_by_bsn(self.controller.id, {part.client.bsn for _message, part in self._parts})

    @cached_property
    def _others(self) -> dict[Identity, Recognised]:
        """Those whose BSN is not known: certain by all details, as the data steward decided, or open."""
        unknown = [part for _message, part in self._parts if part.client.bsn not in self._by_bsn]
        identities = list(dict.fromkeys(identity_of(part.facts) for part in unknown))
        decided = earlier_decisions(self.controller.id, [each.fingerprint for each in identities])
        found = {}
        for identity, it in zip(identities, match(self.controller.id, identities), strict=True):
            decision = decided.get(identity.fingerprint)
            subject = it.subject or (decision.subject if decision else None)
            found[identity] = Recognised(subject, decision is not None and subject is None, it.candidates)
        return found
