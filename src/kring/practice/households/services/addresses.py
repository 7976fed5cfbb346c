"""The address of a person: a move ends the former one. With a secrecy mark it is level 4 from the first moment."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kring.ground.areas.queries import Place, areas_of
from kring.ground.shared.levels import Level
from kring.practice.households.models import PersonAddress
from kring.practice.households.rules.facts import AddressFacts, Source
from kring.practice.households.services.batch import Batch, unit_of


@dataclass(frozen=True, slots=True)
class Registered:
    """Where someone is registered from now on, and whether with a secrecy mark."""

    subject: UUID
    address: AddressFacts
    secrecy: bool
    line: int


@dataclass(slots=True)
class AddressBook:
    """The present addresses of the persons in a batch, and what came of the new ones."""

    batch: Batch
    today: date
    present: dict[UUID, list[PersonAddress]]
    areas: dict[Place, UUID]
    moved: dict[UUID, date] = field(default_factory=dict)
    still_shielded: list[int] = field(default_factory=list)

    @classmethod
    def of(
        cls, batch: Batch, today: date, subjects: Sequence[UUID], addresses: Sequence[AddressFacts]
    ) -> "AddressBook":
        present: dict[UUID, list[PersonAddress]] = {}
        for row in PersonAddress.objects.filter(subject__in=subjects, ended_on=None).order_by("started_on", "id"):
            present.setdefault(row.subject_id, []).append(row)
        places = [place for address in addresses if (place := address.point) is not None]
        return cls(batch, today, present, areas_of(places))

    def write(self, registered: Registered) -> None:
        """One person's address. It ends what this source, or one that it overrules, said before."""
        rows = [row for row in self.present.get(registered.subject, []) if row.source in frozenset(Source)]
        source = self.batch.source
        if any(row.source not in source.overrules for row in rows):
            return
        same = next((row for row in rows if facts_of(row).place_key == registered.address.place_key), None)
        level = self._level(registered, rows)
        for former in rows:
            if former is not same:
                self._end(former, registered)
        if same is None:
            self._begin(registered, level)
        else:
            self._confirm(same, registered, level)

    def _level(self, registered: Registered, known: Sequence[PersonAddress]) -> Level:
        """A shield is never lowered here: the address may have been shielded for another reason."""
        if registered.secrecy:
            return Level.SHIELDED
        kept = max((Level(row.level) for row in known), default=Level.CONTACT)
        if kept is Level.SHIELDED:
            self.still_shielded.append(registered.line)
        return kept

    def _end(self, former: PersonAddress, registered: Registered) -> None:
        ended = registered.address.since or self.today
        if former.started_on is not None:
            ended = max(ended, former.started_on)
        self.moved[registered.subject] = ended
        unit = unit_of(registered.subject)
        self.batch.ledger.put(former, {"ended_on": ended}, unit=unit, line=registered.line)

    def _begin(self, registered: Registered, level: Level) -> None:
        address = registered.address
        row = PersonAddress(
            subject_id=registered.subject,
            level=level,
            source=self.batch.source,
            started_on=address.since,
            area=self._area(address),
            **_spelling(address),
        )
        self.batch.ledger.add(row, unit=unit_of(registered.subject), line=registered.line)

    def _confirm(self, row: PersonAddress, registered: Registered, level: Level) -> None:
        values: dict[str, object] = {"level": level, "source": self.batch.source, **_spelling(registered.address)}
        if (area := self._area(registered.address)) is not None:
            values["area"] = area
        if registered.address.since is not None:
            values["started_on"] = registered.address.since
        self.batch.ledger.put(row, values, unit=unit_of(registered.subject), line=registered.line)

    def _area(self, address: AddressFacts) -> UUID | None:
        """None when no address point is known: then the area is set by hand, and that stays."""
        return self.areas.get(address.point) if address.point else None


def _spelling(address: AddressFacts) -> dict[str, str]:
    return {
        "kind": address.kind,
        "street": address.street[:200],
        "number": address.number[:10],
        "suffix": address.suffix[:20],
        "postcode": address.postcode[:6],
        "place": address.place[:120],
        "municipality_code": address.municipality_code[:4],
    }


def facts_of(row: PersonAddress) -> AddressFacts:
    return AddressFacts(
        row.kind, row.street, row.number, row.suffix, row.postcode, row.place, row.municipality_code, row.started_on
    )
