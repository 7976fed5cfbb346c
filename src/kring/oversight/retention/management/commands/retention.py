"""`./run retention`: draw up the list of every municipality now, instead of in January and July."""

import sys

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from kring.ground.access.actor import SYSTEM_ID
from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole
from kring.oversight.retention.jobs import draw_up, municipalities


class Command(BaseCommand):
    help = "Maak voor iedere gemeente een lijst op van wat zijn bewaartermijn heeft gehad."

    def handle(self, *args: object, **options: object) -> None:  # noqa: ARG002
        with database.connected_as(DatabaseRole.RETENTION):
            towns = municipalities()
            for one in tqdm(towns, unit=_("gemeente"), disable=not sys.stderr.isatty()):
                draw_up(organisation=one, by=SYSTEM_ID)
        self.stdout.write(_("Klaar. De archivaris ziet de lijsten bij Vernietigen."))
