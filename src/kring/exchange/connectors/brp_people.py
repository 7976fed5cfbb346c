"""The people of one file among each other: who is whose parent, partner or guardian, by subject instead of BSN."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kring.exchange.brp.records import AuthorityRecord, FamilyMember, PersonRecord
from kring.exchange.connectors.brp_facts import AUTHORITY, tie_day
from kring.practice.households.matching import subjects_by_bsn
from kring.practice.households.models import RelationKind
from kring.practice.households.rules.facts import AuthorityFacts, TieFacts


@dataclass(frozen=True, slots=True)
class People:
    """Records with their subjects, by line, and every BSN that the register knows of."""

    records: Sequence[PersonRecord]
    subjects: Mapping[int, UUID]
    by_bsn: Mapping[str | None, UUID]

    @classmethod
    def of(cls, controller: UUID, records: Sequence[PersonRecord], subjects: Mapping[int, UUID]) -> "People":
        stored = [record for record in records if record.line in subjects]
        return cls(stored, subjects, subjects_by_bsn(controller, {bsn for one in stored for bsn in _numbers(one)}))

    def ties(self) -> Iterator[TieFacts]:
        """Only between people whom the register holds; of the others Kring keeps nothing."""
        for record in self.records:
            own = self.subjects[record.line]
            for member in record.parents:
                yield from self._tie(self.by_bsn.get(member.bsn), own, RelationKind.PARENT, member, record.line)
            for member in record.children:
                yield from self._tie(own, self.by_bsn.get(member.bsn), RelationKind.PARENT, member, record.line)
            for member in record.partners:
                yield from self._tie(own, self.by_bsn.get(member.bsn), RelationKind.PARTNER, member, record.line)

    def _tie(
        self, subject: UUID | None, other: UUID | None, kind: RelationKind, member: FamilyMember, line: int
    ) -> Iterator[TieFacts]:
        if subject and other:
            yield TieFacts(subject, other, kind.value, tie_day(member.since), tie_day(member.until), line)

    def authority(self) -> Iterator[AuthorityFacts]:
        """A child's own record tells; a parent's record only where the child's says nothing."""
        own: dict[UUID, list[tuple[AuthorityRecord, int]]] = defaultdict(list)
        others: dict[UUID, list[tuple[AuthorityRecord, int]]] = defaultdict(list)
        for record in self.records:
            for each in record.authority:
                child = self.by_bsn.get(each.minor_bsn) if each.minor_bsn else None
                if child is not None:
                    (own if child == self.subjects[record.line] else others)[child].append((each, record.line))
        for child, stated in (others | own).items():
            for each, line in stated:
                yield from self._authority(child, each, line)

    def _authority(self, child: UUID, record: AuthorityRecord, line: int) -> Iterator[AuthorityFacts]:
        holders = {self.by_bsn.get(holder.bsn) for holder in record.holders} or {None}
        for holder in sorted(holders, key=str):
            yield AuthorityFacts(child, AUTHORITY[record.kind].value, holder, line)


def _numbers(record: PersonRecord) -> Iterator[str]:
    """Every BSN that a record names."""
    members = (*record.parents, *record.children, *record.partners)
    for bsn in (record.bsn, *(member.bsn for member in members)):
        if bsn:
            yield bsn
    for each in record.authority:
        for bsn in (each.minor_bsn, *(holder.bsn for holder in each.holders)):
            if bsn:
                yield bsn
