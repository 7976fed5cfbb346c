"""`./run verify_log`: does every line still stand as it was sealed? Ends with 1 when something differs."""

import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from tqdm import tqdm

from kring.ground.audit.queries import differences, is_sealed, last_seal, late_seals, seal_count
from kring.ground.audit.rules import Finding
from kring.ground.shared import clock, database
from kring.ground.shared.database import DatabaseRole


class Command(BaseCommand):
    help = "Controleer of het log nog is zoals het is verzegeld."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bekend", default="", help="een verzegeling die u eerder elders hebt genoteerd")

    def handle(self, *args: object, bekend: str = "", **options: object) -> None:  # noqa: ARG002
        with database.connected_as(DatabaseRole.LOG):
            found = self._verify(bekend.strip())
        if found:
            raise CommandError(_("Het log is niet meer zoals het is verzegeld: %(number)s keer.") % {"number": found})

    def _verify(self, known: str) -> int:
        """How many differences; each is told as it is found."""
        found, total = 0, seal_count()
        with tqdm(total=total, unit=" verzegelingen", file=sys.stderr, disable=None) as bar:
            for finding in differences(clock.now(), bar.update):
                self.stdout.write(_told(finding))
                found += 1
        if known and not is_sealed(known):
            self.stdout.write(_("De verzegeling die u noteerde, is er niet meer."))
            found += 1
        if not found:
            words = {"number": total, "late": late_seals(), "last": last_seal() or "–"}
            self.stdout.write(_("Het log klopt: %(number)s verzegelingen, waarvan %(late)s voor late regels.") % words)
            self.stdout.write(_("Noteer buiten Kring de laatste: %(last)s") % words)
        return found


def _told(finding: Finding) -> str:
    return f"{localtime(finding.minute):%d-%m-%Y %H.%M}: {_(finding.text) % finding.numbers}"
