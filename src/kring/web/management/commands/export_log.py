"""`./run export_log --van 2026-11-01 --tot 2026-11-30 --otlp FILE|URL`: the log as spans, for the log manager."""

import hmac
import os
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from itertools import islice
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event, LogLine
from kring.ground.audit.spans import Json, Pseudonyms, spans_of, traces
from kring.ground.audit.trail import note_deed, recording, write
from kring.ground.shared import clock, database
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.period import HERE

BATCH = 500
PATIENCE = 30
SAFE = ("localhost", "127.0.0.1")
VERSION = "0.1.0"


class Command(BaseCommand):
    help = "Geef het log als spans van Logboek Dataverwerkingen (OTLP/JSON)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--van", required=True, type=date.fromisoformat, help="eerste dag, jjjj-mm-dd")
        parser.add_argument("--tot", required=True, type=date.fromisoformat, help="laatste dag, jjjj-mm-dd")
        parser.add_argument(
            "--otlp", required=True, help="bestand, of het adres van een verzamelaar (https://…/v1/traces)"
        )

    def handle(self, *args: object, van: date, tot: date, otlp: str, **options: object) -> None:  # noqa: ARG002
        if tot < van:
            raise CommandError(_("De laatste dag ligt voor de eerste. Draai ze om."))
        _note(van, tot, otlp)
        count = 0
        with database.connected_as(DatabaseRole.LOG), _sink(otlp) as send:
            found = _spans(van, tot)
            while spans := list(islice(found, BATCH)):
                send(traces(spans, VERSION))
                count += len(spans)
        words = {"number": count, "where": otlp}
        self.stdout.write(_("%(number)s spans naar %(where)s: één per regel en betrokkene.") % words)


def _spans(first: date, last: date) -> Iterator[Json]:
    since = datetime.combine(first, time(), HERE)
    until = datetime.combine(last + timedelta(days=1), time(), HERE)
    pseudonyms = Pseudonyms(hmac.new(settings.BSN_KEY, b"logboek dataverwerkingen", sha256).digest())
    for line in LogLine.objects.filter(at__gte=since, at__lt=until).order_by("id").iterator(BATCH):
        yield from spans_of(line, pseudonyms)


def _note(first: date, last: date, where: str) -> None:
    """Before anything leaves: an export that cannot be written down is not made."""
    kind = urlsplit(where).hostname or _("een bestand")
    with recording("log.export") as trail, acting(system_actor(clock.now())):
        note_deed("audit.log_exported", Part.ACCESS_LOG, event=Event.EXPORT, ground=f"{first} – {last}: {kind}")
        write(trail)


@contextmanager
def _sink(where: str) -> Iterator[Callable[[str], None]]:
    address = urlsplit(where)
    if address.scheme in {"http", "https"}:
        if address.scheme == "http" and address.hostname not in SAFE:
            raise CommandError(_("Gebruik een adres dat met https:// begint: het log gaat niet open over het net."))
        yield lambda message: _post(where, message)
        return
    try:
        file = open(where, "x", encoding="utf-8", opener=_private)  # noqa: SIM115  Path knows no opener
    except OSError as problem:
        words = {"where": where, "why": problem.strerror}
        raise CommandError(_("%(where)s kan niet worden gemaakt: %(why)s") % words) from problem
    with file:
        yield lambda message: print(message, file=file)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _post(where: str, message: str) -> None:
    """Every batch is acknowledged, or the command stops with what went wrong."""
    request = Request(where, message.encode(), {"Content-Type": "application/json"})  # noqa: S310  checked above
    try:
        with urlopen(request, timeout=PATIENCE):  # noqa: S310
            return
    except URLError as problem:
        words = {"where": where, "why": problem.reason}
        raise CommandError(_("%(where)s neemt de spans niet aan: %(why)s") % words) from problem
