"""`./run demo` calls this: load the demo world, or go on where it was stopped; nothing when it is there already."""

import time
from argparse import ArgumentParser
from datetime import date, datetime

from django.core.management.base import BaseCommand

from kring.demo.days import ZONE, Days, weeks_until
from kring.demo.story import progress
from kring.demo.story.all import LAST, tell
from kring.demo.story.cast import Cast
from kring.demo.world import make_world
from kring.ground.shared import clock
from kring.ground.shared.period import day_of


class Command(BaseCommand):
    help = "Laad de demowereld. Doet niets als zij er al is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dag", type=date.fromisoformat, help="laad alsof het deze dag is (jjjj-mm-dd)")

    def handle(self, *_args: object, dag: date | None, verbosity: int, **_options: object) -> None:
        if LAST in progress.steps_done():
            return
        began = time.monotonic()
        now = clock.now() if dag is None else datetime(dag.year, dag.month, dag.day, 10, 0, tzinfo=ZONE)
        self.stdout.write("De demowereld wordt gemaakt. Dat gebeurt één keer.")
        days = Days(progress.begin(weeks_until(day_of(now))))

        def say(step: str) -> None:
            if verbosity > 1:
                self.stdout.write(f"  {time.monotonic() - began:5.1f} s  {step}")

        tell(Cast(make_world(days), now), say=say)
        self.stdout.write(f"De demowereld staat klaar ({time.monotonic() - began:.1f} s).")
