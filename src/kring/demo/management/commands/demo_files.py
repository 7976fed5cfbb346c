"""`./run demo_files MAP`: write the files of the demo world to a folder, to look at or to import by hand."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kring.demo.days import Days, weeks_until
from kring.demo.files.all import all_files
from kring.demo.world import make_world
from kring.ground.shared import clock
from kring.ground.shared.period import day_of


class Command(BaseCommand):
    help = "Schrijf de bestanden van de demo (BRP, iJw, iWmo, CSV) naar een map."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="MAP")
        parser.add_argument("--weken", type=int, help="hoeveel weken na 1-11-2026; zonder: tot vandaag")

    def handle(self, *_args: object, folder: Path, weken: int | None, **_options: object) -> None:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CommandError(f"{folder} bestaat al en is niet leeg. Kies een nieuwe map.")
        days = Days(weeks_until(day_of(clock.now())) if weken is None else weken)
        count = 0
        for file in all_files(make_world(days)):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
            count += 1
        self.stdout.write(f"{count} bestanden geschreven in {folder}, voor {days.today:%d-%m-%Y}.")
