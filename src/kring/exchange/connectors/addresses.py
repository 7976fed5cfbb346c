"""Addresses: neighbourhoods and address points of one municipality. An area must have been made before."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.exchange.adressen.reader import read_addresses
from kring.exchange.findings import Finding
from kring.exchange.models import DeliveryKind
from kring.exchange.registry import EachAlone, Incoming, Reading, Row
from kring.exchange.session import Rejected, Session
from kring.ground.areas.queries import areas_by_name
from kring.ground.areas.rules import AddressRow
from kring.ground.areas.services import load_addresses
from kring.practice.households.rules.facts import Source
from kring.practice.households.services import Batch as RegisterBatch
from kring.practice.households.services import refresh_areas

BATCH = 2000


class Addresses(EachAlone):
    """CSV of addresses with their neighbourhood."""

    kind = DeliveryKind.ADDRESSES
    title: Promise = gettext_lazy("Adressen en buurten (CSV)")
    suffixes: tuple[str, ...] = (".csv",)

    def rank(self, file: Incoming) -> tuple[int, str]:
        return 0, file.name

    def read(self, file: Incoming) -> Reading:
        read = read_addresses(file.content, file.name)
        store = partial(_store, file.name, read.rows)
        return Reading(read.total, read.findings, refused=not read.rows, store=store)

    def resume(self, row: Row, subject: UUID | None, session: Session) -> None:
        raise NotImplementedError("An address names nobody, so nothing of it is ever reviewed.")


def _store(file: str, rows: Sequence[AddressRow], session: Session) -> None:
    areas = areas_by_name(session.controller.id)
    _enforce_known(file, rows, session.controller.cbs_code, areas)
    created: set[int] = set()
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        created |= load_addresses(ledger=session.journal, municipality=session.controller.id, rows=batch, areas=areas)
        session.step(len(batch))
    register = RegisterBatch(session.controller.id, Source.BRP, session.journal)
    refresh_areas(batch=register, postcodes={row.postcode for row in rows})
    session.settle([row.line for row in rows], created)


def _enforce_known(file: str, rows: Sequence[AddressRow], municipality: str, areas: dict[str, UUID]) -> None:
    """A delivery is of one municipality, in areas that exist: a typing mistake must not make a new area."""
    findings = []
    elsewhere = next((row for row in rows if row.municipality_code != municipality), None)
    if elsewhere is not None:
        what = _("Deze regel is van een andere gemeente.")
        why = _("De levering is voor gemeente %(code)s.") % {"code": municipality}
        todo = _("Lever per gemeente een eigen bestand, of kies de andere gemeente.")
        findings.append(Finding(file, elsewhere.line, "gemeentecode", "ADR-GEMEENTE", what, why, todo))
    first = {row.area: row for row in reversed(rows) if row.area and row.area not in areas}
    for name, row in sorted(first.items()):
        what = _("Het gebied «%(name)s» bestaat niet in deze gemeente.") % {"name": name}
        why = _("Gebieden maakt de functioneel beheerder.")
        todo = _("Maak het gebied bij Beheer, of laat de kolom leeg, en lever het bestand opnieuw.")
        findings.append(Finding(file, row.line, "gebied", "ADR-GEBIED", what, why, todo))
    if findings:
        raise Rejected(findings)
