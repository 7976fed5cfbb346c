"""`./run init [BESTAND.toml]`: set up an installation without demo data, or print the code for the first-visit page."""

import tomllib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from kring.ground.access.actor import is_founded
from kring.ground.shared import clock
from kring.ground.shared.verdict import Refused
from kring.web.setup.code import make_code
from kring.web.setup.forms import area_of, municipality_of
from kring.web.setup.founding import Administrator, Founding, establish

FIELDS = ("samenwerkingsverband", "gemeenten", "gebieden", "team", "beheerder")


class Command(BaseCommand):
    """The file's fields: samenwerkingsverband, gemeenten, gebieden, team, and [beheerder] naam, email, wachtwoord."""

    help = "Richt Kring in zonder demogegevens (docs/inrichten.md)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, metavar="BESTAND.toml")

    def handle(self, *_args: object, **options: Any) -> None:
        if is_founded():
            raise CommandError("Kring is al ingericht. Er is niets veranderd.")
        file: Path | None = options["file"]
        if file is None:
            self.stdout.write(f"Code voor de eerste inrichting: {make_code(settings.VAR)}")
            self.stdout.write("Start Kring met './run serve' en open http://127.0.0.1:8000/inrichten/")
            return
        try:
            establish(_founding(_read(file)), clock.now())
        except ValidationError as problem:
            raise CommandError(f"{file}: {'; '.join(problem.messages)}") from None
        except Refused as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write("Kring is ingericht. Start met './run serve' en log in als de beheerder.")


def _read(file: Path) -> dict[str, Any]:
    try:
        given = tomllib.loads(file.read_text())
    except FileNotFoundError:
        raise CommandError(f"{file}: dit bestand bestaat niet.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise CommandError(f"{file}: dit is geen TOML ({problem}).") from None
    missing = [name for name in FIELDS if not given.get(name)]
    if missing:
        raise CommandError(f"{file}: vul nog in: {', '.join(missing)}. Zie docs/inrichten.md.")
    return given


def _founding(given: dict[str, Any]) -> Founding:
    who = given["beheerder"]
    missing = [name for name in ("naam", "email", "wachtwoord") if not who.get(name)]
    if missing:
        raise CommandError(f"[beheerder]: vul nog in: {', '.join(missing)}.")
    validate_password(who["wachtwoord"])
    towns = [municipality_of(line) for line in given["gemeenten"]]
    names = [town.name for town in towns]
    return Founding(
        given["samenwerkingsverband"],
        towns,
        [area_of(line, names) for line in given["gebieden"]],
        given["team"],
        Administrator(who["naam"], who["email"], who["wachtwoord"]),
    )
