"""`raadsbrief PILOT`: a letter to the council from counted, frozen figures. 0 done, 1 refused, 2 wrong use.

The first time it counts and freezes; afterwards it gives the same letter, until `--nieuw` asks for another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser, OutputWrapper
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read, recording, write
from kring.ground.shared import clock, database
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.steering.figures.documents import FORMS, BadTemplate, as_docx
from kring.steering.figures.management.commands.count_figures import day
from kring.steering.figures.management.files import Target, target_of, write_together
from kring.steering.figures.models import Pilot
from kring.steering.figures.queries.letters import Heading, frozen_letter, newest_letter, template_of
from kring.steering.figures.rules.letter import Letter
from kring.steering.figures.services.letters import freeze_letter

WRONG_USE = 2
Options = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Made:
    """The letter, and whether it was frozen just now."""

    letter: Letter
    is_new: bool


class Command(BaseCommand):
    help = "Maak een raadsbrief over een pilot: DOCX, PDF en JSON uit dezelfde vastgelegde cijfers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("pilot", metavar="PILOT", help="korte naam van de pilot")
        for form in FORMS:
            parser.add_argument(
                f"--{form}", metavar="F", help=f"schrijf {form.upper()} in dit bestand; - is het scherm"
            )
        parser.add_argument("--nieuw", action="store_true", help="tel opnieuw en leg een nieuwe brief vast")
        parser.add_argument("--peildatum", type=day, metavar="D", help="tel als op deze dag; anders vandaag")
        parser.add_argument("--kenmerk", default="", metavar="K", help="anders het volgende vrije nummer")
        parser.add_argument("--plaats", default="", metavar="P", help="anders de naam van de gemeente")
        parser.add_argument("--sjabloon", type=Path, metavar="F", help="een eigen Word-sjabloon voor deze keer")

    def handle(self, *args: object, **options: object) -> None:  # noqa: ARG002
        targets = _targets(options)
        actor = system_actor(clock.now())
        with database.connected_as(DatabaseRole.SNAPSHOT), recording("figures.raadsbrief") as trail, acting(actor):
            pilot = _pilot(str(options["pilot"]))
            made = _made(actor, pilot, options)
            template = _template(options) or template_of(pilot.organisation_id)
            files = {target: _file(form, made.letter, template) for form, target in targets.items()}
            write(trail)
        try:
            write_together(files, self.stdout)
        except OSError as problem:
            raise CommandError(_("Er is niets geschreven: %(why)s.") % {"why": problem.strerror}) from None
        _tell(made, targets, self.stderr if any(target.is_screen for target in files) else self.stdout)


def _targets(options: Options) -> dict[str, Target]:
    try:
        targets = {form: target_of(str(options[form])) for form in FORMS if options[form]}
    except ValueError as problem:
        raise CommandError(str(problem), returncode=WRONG_USE) from None
    places = [str(target) for target in targets.values()]
    if len(set(places)) < len(places):
        raise CommandError(_("Twee bestanden kunnen niet op dezelfde plaats komen."), returncode=WRONG_USE)
    return targets


def _pilot(slug: str) -> Pilot:
    """Or an error that names the pilots there are."""
    pilot = Pilot.objects.select_related("organisation").filter(slug=slug).first()
    if pilot is not None:
        return pilot
    known = ", ".join(Pilot.objects.order_by("slug").values_list("slug", flat=True))
    if not known:
        raise CommandError(_("Er zijn nog geen pilots. Begin er een op de pagina Pilots."), returncode=WRONG_USE)
    told = _("Er is geen pilot %(slug)s. Er zijn: %(known)s.") % {"slug": slug, "known": known}
    raise CommandError(told, returncode=WRONG_USE)


def _made(actor: Actor, pilot: Pilot, options: Options) -> Made:
    """The newest letter as it was frozen, or a new one."""
    before = None if options["nieuw"] else newest_letter(pilot)
    if before is not None and any(options[name] for name in ("peildatum", "kenmerk", "plaats")):
        told = _("Brief %(reference)s ligt al vast. Gebruik --nieuw voor een brief met andere gegevens.")
        raise CommandError(told % {"reference": before.reference}, returncode=WRONG_USE)
    try:
        row = before or freeze_letter(actor=actor, pilot=pilot, heading=_heading(actor, options))
        note_read(Part.FIGURES, event=Event.EXPORT)
        return Made(frozen_letter(row), is_new=before is None)
    except Refused as problem:
        raise CommandError(str(problem)) from None


def _heading(actor: Actor, options: Options) -> Heading:
    counted_on = options["peildatum"]
    return Heading(
        dated_on=actor.today,
        counted_on=counted_on if isinstance(counted_on, date) else actor.today,
        reference=str(options["kenmerk"]),
        place=str(options["plaats"]),
    )


def _template(options: Options) -> bytes | None:
    path = options["sjabloon"]
    if not isinstance(path, Path):
        return None
    try:
        return path.read_bytes()
    except OSError:
        told = _("Het sjabloon %(path)s is niet te lezen.") % {"path": path}
        raise CommandError(told, returncode=WRONG_USE) from None


def _file(form: str, letter: Letter, template: bytes | None) -> bytes:
    if form != "docx":
        return FORMS[form].make(letter)
    try:
        return as_docx(letter, template)
    except BadTemplate as problem:
        raise CommandError(str(problem)) from None


def _tell(made: Made, targets: Mapping[str, Target], out: OutputWrapper) -> None:
    """Which letter this is; without files also its figures."""
    if made.is_new:
        told = _("Brief %(reference)s is vastgelegd met de cijfers van %(day)s.")
    else:
        told = _("Brief %(reference)s lag al vast met de cijfers van %(day)s. Met --nieuw telt Kring opnieuw.")
    out.write(told % {"reference": made.letter.reference, "day": f"{made.letter.counted_on:%d-%m-%Y}"})
    for target in targets.values():
        if not target.is_screen:
            out.write(_("Opgeslagen: %(file)s") % {"file": target})
    if not targets:
        for figure in made.letter.figures:
            out.write(f"{figure.text:>12}  {figure.name}")
