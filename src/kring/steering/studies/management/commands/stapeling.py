"""`./run stapeling ONDERZOEK`: the list of a running study under pseudonym, on the terminal or in a file."""

import os
from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed, recording, write
from kring.ground.shared import clock, database
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.period import day_of
from kring.ground.shared.verdict import Refused
from kring.practice.care.queries import sheet_text
from kring.steering.studies.models import Study, StudyCase
from kring.steering.studies.queries import SHEET_HEAD, CaseRow, case_rows, sheet_of
from kring.steering.studies.services import Counted, take_snapshot

REFUSED, WRONG = 1, 2
TERMINAL = (
    ("Pseudoniem", 12), ("Gebied", 18), ("Pers.", 5), ("Wetten", 6), ("Aanb.", 5), ("Prof.", 12), ("Mnd", 4),
    ("Kosten/jaar", 12), ("Onbekend", 8),
)  # fmt: skip


class Command(BaseCommand):
    help = "Toon de stapeling van een lopend onderzoek, onder pseudoniem. De lijst wordt opnieuw gemaakt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("onderzoek", help="korte naam of nummer van het onderzoek")
        parser.add_argument("--peildatum", help="dag waarop wordt geteld, bijvoorbeeld 1-11-2026 (zonder: vandaag)")
        parser.add_argument("--csv", metavar="BESTAND", help="schrijf de lijst naar dit bestand; - is het scherm")

    def handle(self, *args: object, **options: str | None) -> None:  # noqa: ARG002
        now = clock.now()
        day = _day(options["peildatum"]) if options["peildatum"] else day_of(now)
        if day > day_of(now):
            raise CommandError("De peildatum ligt in de toekomst. Kies vandaag of een eerdere dag.", returncode=WRONG)
        with recording("studies.stapeling") as trail:
            with database.connected_as(DatabaseRole.SNAPSHOT):
                study, counted, rows = _list(str(options["onderzoek"]), day, now)
            note_deed("studies.list_exported", Part.STUDY, event=Event.EXPORT, ground=f"{study.title}, {day}")
            with acting(system_actor(now)):
                write(trail)
        if options["csv"]:
            self._write_sheet(options["csv"], rows)
        else:
            self._print(study, counted, rows)

    def _write_sheet(self, name: str, rows: tuple[CaseRow, ...]) -> None:
        """Readable by its owner only: it holds the facts of households."""
        text = sheet_text(SHEET_HEAD, sheet_of(rows))
        if name == "-":
            self.stdout.write(text.removeprefix("\ufeff"), ending="")
            return
        try:
            handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        except OSError as problem:
            raise CommandError(f"Kan {name} niet schrijven: {problem.strerror}.", returncode=WRONG) from problem
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as sheet:
            sheet.write(text)
        self.stderr.write(f"Geschreven: {Path(name).resolve()} ({len(rows)} rijen).")

    def _print(self, study: Study, counted: Counted, rows: tuple[CaseRow, ...]) -> None:
        out = self.stdout.write
        out(f"{study.title}, {study.organisation.name}")
        out(f"Grond: {study.ground}")
        out(
            f"Goedgekeurd door {study.approved_by_name} op {study.approved_on:%d-%m-%Y};"
            f" loopt van {study.started_on:%d-%m-%Y} tot en met {study.ended_on:%d-%m-%Y}."
        )
        noun = "huishouden" if counted.households == 1 else "huishoudens"
        out(f"{counted.households} {noun} met lopende hulp; {counted.left_out} weggelaten (bescherming of bezwaar).")
        out("Gesorteerd op feiten: aantal wetten, dan maanden en aanbieders. Geen oordeel, geen risico.\n")
        out("  ".join(title.ljust(width) for title, width in TERMINAL))
        for row in rows:
            out(_line(row))


def _list(wanted: str, day: date, now: datetime) -> tuple[Study, Counted, tuple[CaseRow, ...]]:
    """As the snapshot role: it counts, and reads back what it wrote."""
    study = _study(wanted)
    try:
        counted = take_snapshot(study=study.id, reference_date=day, at=now)
    except Refused as refusal:
        raise CommandError(f"{study.title}: {refusal.reason}", returncode=REFUSED) from refusal
    rows = StudyCase.objects.filter(study=study).order_by("-law_count", "-months_stacked", "-providers", "pseudonym")
    return study, counted, case_rows(rows, event=Event.EXPORT)


def _study(wanted: str) -> Study:
    studies = Study.objects.select_related("organisation")
    try:
        by_number = Q(id=UUID(wanted))
    except ValueError:
        by_number = Q(slug=wanted)
    found = studies.filter(by_number).first()
    if found is None:
        known = ", ".join(studies.order_by("slug").values_list("slug", flat=True)) or "nog geen"
        raise CommandError(f"Er is geen onderzoek «{wanted}». Bekende onderzoeken: {known}.", returncode=WRONG)
    return found


def _day(text: str) -> date:
    for shape in ("%d-%m-%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    raise CommandError(f"«{text}» is geen dag. Schrijf bijvoorbeeld 1-11-2026.", returncode=WRONG)


def _line(row: CaseRow) -> str:
    helpers = f"{row.helpers}" + (f" (+{row.providers_without_helper} ?)" if row.providers_without_helper else "")
    euros = f"€ {row.costs.per_year // 100:,}".replace(",", ".")
    cells = (
        row.pseudonym, row.area[:18], str(row.persons), str(len(row.laws)), str(row.providers), helpers,
        str(row.months), euros, str(row.costs.unknown),
    )  # fmt: skip
    return "  ".join(cell.ljust(width) for cell, (_title, width) in zip(cells, TERMINAL, strict=True)).rstrip()
