# ruff: noqa: N999  the command is called import
"""`import`: bring files from the command line, or undo a delivery. Ends with 0 done, 1 refused, 2 wrong use."""

import logging
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Never

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from kring.exchange.models import Delivery, DeliveryKind, DeliveryState
from kring.exchange.registry import Connector, Incoming, accepts, connector_for, connectors
from kring.exchange.services import Result, deliver_all, in_the_register, undo
from kring.exchange.session import Outcome
from kring.ground.access.actor import system_actor
from kring.ground.organisations.models import Organisation, OrganisationKind
from kring.ground.shared import clock
from kring.ground.shared.verdict import Refused

logger = logging.getLogger(__name__)
UNDO = "terugdraaien"
MOST_FINDINGS = 20
REFUSED, WRONG_USE = 1, 2


class Command(BaseCommand):
    requires_system_checks = ()  # they load every page, and an import shows none
    help = "Lees leveringen in: personen, berichten, voorzieningen, adressen; of draai een levering terug."

    def add_arguments(self, parser: CommandParser) -> None:
        kinds = parser.add_subparsers(dest="what", required=True, metavar="SOORT")
        for connector in connectors():
            _files(kinds.add_parser(connector.kind.value, help=str(connector.title)))
        back = kinds.add_parser(UNDO, help="maak een levering ongedaan")
        back.add_argument("number", type=int, metavar="NR", help="nummer van de levering")

    def handle(self, *args: object, **options: object) -> None:  # noqa: ARG002
        what = str(options["what"])
        with in_the_register():
            done = self._undo(options) if what == UNDO else self._import(DeliveryKind(what), options)
        if not done:
            sys.exit(REFUSED)

    def _import(self, kind: DeliveryKind, options: dict[str, object]) -> bool:
        connector, controller = connector_for(kind), _municipality(options["gemeente"])
        given = options["files"]
        files = list(_incoming(connector, given if isinstance(given, list) else []))
        files.sort(key=connector.rank)
        states = set()
        with tqdm(unit=_(" regels"), disable=None, leave=False) as bar:
            for file, result in zip(files, _delivered(kind, controller, files, bar), strict=True):
                with bar.external_write_mode():
                    self._tell(file, result)
                states.add(result.state)
        return DeliveryState.REFUSED not in states

    def _tell(self, file: Incoming, result: Result) -> None:
        if result.state is DeliveryState.UNCHANGED:
            told = _("%(file)s was al verwerkt als levering %(number)s; er is niets veranderd.")
        elif result.state is DeliveryState.REFUSED:
            told = _("%(file)s is geweigerd (levering %(number)s); er is niets opgeslagen.")
        else:
            told = ngettext(
                "Levering %(number)s, %(file)s: %(rows)s regel; %(counts)s.",
                "Levering %(number)s, %(file)s: %(rows)s regels; %(counts)s.",
                result.rows,
            )
        counts = ", ".join(f"{result.counts.get(outcome, 0)} {word}" for outcome, word in _words().items())
        self.stdout.write(told % {"file": file.name, "number": result.number, "rows": result.rows, "counts": counts})
        for finding in result.findings[:MOST_FINDINGS]:
            self.stdout.write(f"  {finding}")
        more = len(result.findings) - MOST_FINDINGS
        if more > 0:
            told = _("  en nog %(more)s meldingen: zie het verslag van de levering in Kring.")
            self.stdout.write(told % {"more": more})

    def _undo(self, options: dict[str, object]) -> bool:
        number = int(str(options["number"]))
        delivery = Delivery.objects.select_related("organisation").filter(number=number).first()
        if delivery is None:
            raise CommandError(_("Er is geen levering %(number)s.") % {"number": number}, returncode=WRONG_USE)
        try:
            undone = undo(actor=system_actor(clock.now()), delivery=delivery)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        told = _("Levering %(number)s is teruggedraaid: %(rows)s rijen.")
        self.stdout.write(told % {"number": undone.number, "rows": undone.rows})
        for left in undone.left:
            line = "" if left.line is None else _(", regel %(line)s") % {"line": left.line}
            told = _("  Kon niet worden teruggedraaid: %(kind)s%(line)s. %(why)s")
            self.stdout.write(told % {"kind": left.kind, "line": line, "why": left.why})
        return not undone.left


def _delivered(
    kind: DeliveryKind, controller: Organisation, files: list[Incoming], bar: "tqdm[Never]"
) -> Iterator[Result]:
    """Shows which file it is at. A failure of Kring itself is told without a value from the file."""
    results = deliver_all(
        actor=system_actor(clock.now()), controller=controller, kind=kind, files=files, step=bar.update
    )
    for file in files:
        bar.set_description(file.name)
        try:
            yield next(results)
        except DatabaseError as problem:
            logger.exception("import of a %s file failed", kind)
            told = _("%(file)s is niet verwerkt en er is niets opgeslagen: er ging iets mis in de database (%(kind)s).")
            raise CommandError(told % {"file": file.name, "kind": type(problem).__name__}) from None


def _words() -> dict[Outcome, str]:
    return {
        Outcome.CREATED: _("nieuw"),
        Outcome.CHANGED: _("gewijzigd"),
        Outcome.UNCHANGED: _("ongewijzigd"),
        Outcome.TO_REVIEW: _("te beoordelen"),
        Outcome.REFUSED: _("geweigerd"),
    }


def _files(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="BESTAND", help="een bestand, of een map met bestanden")
    parser.add_argument("--gemeente", metavar="CODE", help="CBS-code van de gemeente van wie de gegevens zijn")


def _municipality(code: object) -> Organisation:
    """The one that is named; without a name the only one there is."""
    known = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY).order_by("cbs_code")
    found = list(known.filter(cbs_code=code) if code else known)
    if len(found) == 1:
        return found[0]
    if not known:
        raise CommandError(_("Kring is nog niet ingericht. Doe eerst: ./run init"), returncode=WRONG_USE)
    names = ", ".join(f"{one.cbs_code} ({one.name})" for one in known)
    asked = _("Zeg voor welke gemeente dit is, met --gemeente CODE. Er zijn: %(names)s.") % {"names": names}
    raise CommandError(asked, returncode=WRONG_USE)


def _incoming(connector: Connector, paths: list[Path]) -> Iterator[Incoming]:
    for path in paths:
        if not path.exists():
            raise CommandError(_("%(path)s bestaat niet.") % {"path": path}, returncode=WRONG_USE)
        files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        taken = [one for one in files if accepts(connector, one.name)]
        if not taken:
            values = {"path": path, "ends": ", ".join(connector.suffixes)}
            raise CommandError(_("%(path)s: hier is geen bestand op %(ends)s.") % values, returncode=WRONG_USE)
        for one in taken:
            yield Incoming(_readable(one.name), one.read_bytes())


def _readable(name: str) -> str:
    """A file name may hold bytes that are no text."""
    return name.encode(errors="replace").decode()
