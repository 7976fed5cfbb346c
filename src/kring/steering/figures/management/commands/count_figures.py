"""`count_figures`: count the figures of all municipalities as on a day. 0 done, 1 refused, 2 wrong use."""

from argparse import ArgumentTypeError
from datetime import date, datetime

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from kring.ground.access.actor import acting, system_actor
from kring.ground.audit.trail import recording, write
from kring.ground.shared import clock, database
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.steering.figures.services.counting import count_figures

FORMATS = ("%Y-%m-%d", "%d-%m-%Y")


class Command(BaseCommand):
    help = "Tel de cijfers van alle gemeenten en gebieden (I-01, I-02, I-03, I-04, I-05 en I-07)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--peildatum", type=day, metavar="D", help="2026-11-01 of 1-11-2026; anders vandaag")

    def handle(self, *args: object, **options: object) -> None:  # noqa: ARG002
        actor = system_actor(clock.now())
        chosen = options["peildatum"]
        with database.connected_as(DatabaseRole.SNAPSHOT), recording("figures.count") as trail, acting(actor):
            try:
                done = count_figures(actor=actor, day=chosen if isinstance(chosen, date) else actor.today)
            except Refused as refusal:
                raise CommandError(str(refusal)) from None
            write(trail)
        told = _("Geteld op %(day)s: %(measures)s tellingen voor %(towns)s gemeenten.")
        words = {"day": f"{done.day:%d-%m-%Y}", "measures": done.measures, "towns": done.municipalities}
        self.stdout.write(told % words)
        if not done.municipalities:
            self.stdout.write(_("Er is nog geen gemeente. Doe eerst: ./run init"))


def day(text: str) -> date:
    """A day as people write it on a command line."""
    for form in FORMATS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    raise ArgumentTypeError(_("%(text)s is geen datum. Schrijf bijvoorbeeld 2026-11-01.") % {"text": text})
