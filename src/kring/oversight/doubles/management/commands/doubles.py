"""`./run doubles`: look for people who may stand in the register twice now, instead of on Sunday night."""

import sys

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from kring.ground.access.actor import SYSTEM_ID
from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole
from kring.oversight.doubles.jobs import find, municipalities


class Command(BaseCommand):
    help = "Zoek in iedere gemeente naar personen die misschien twee keer in het register staan."

    def handle(self, *args: object, **options: object) -> None:  # noqa: ARG002
        with database.connected_as(DatabaseRole.MERGE):
            towns = municipalities()
            for one in tqdm(towns, unit=_("gemeente"), disable=not sys.stderr.isatty()):
                find(organisation=one, account=SYSTEM_ID)
        self.stdout.write(_("Klaar. De gegevensbeheerder ziet de paren bij Dubbele personen."))
