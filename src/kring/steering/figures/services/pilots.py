"""Starting a pilot, changing what it is called and tells, and letting municipalities in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.steering.figures.models import Pilot, PilotMunicipality
from kring.steering.figures.policy import may_change_pilot, may_start_pilot


@dataclass(frozen=True, slots=True)
class PilotDetails:
    """`municipalities` in the order in which a letter names them; `slug` is the name on the command line."""

    slug: str
    name: str
    purpose: str
    started_on: date
    ended_on: date | None
    municipalities: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class PilotTexts:
    """What the letter tells; one result per line."""

    introduction: str
    approach: str
    results: str
    embedding: str


def start_pilot(*, actor: Actor, organisation: UUID, details: PilotDetails) -> Pilot:
    """A pilot led by this municipality."""
    may_start_pilot(actor, organisation).enforce()
    if Pilot.objects.filter(slug=details.slug).exists():
        raise Refused(_("Er is al een pilot met deze korte naam. Kies een andere."))
    pilot = Pilot(organisation_id=organisation)
    _save(pilot, details, is_new=True)
    note_deed("figures.pilot_started", Part.FIGURES, event=Event.CREATE)
    return pilot


def change_pilot(*, actor: Actor, pilot: Pilot, details: PilotDetails) -> None:
    """Municipalities may be added and put in another order; one that took part stays, if only with a zero."""
    may_change_pilot(actor, pilot).enforce()
    missing = set(_municipalities(pilot)) - set(details.municipalities)
    if missing:
        raise Refused(_("Een gemeente die meedoet kan niet uit de pilot. Zonder deelnames telt zij nul."))
    _save(pilot, details, is_new=False)
    note_deed("figures.pilot_changed", Part.FIGURES)


def write_texts(*, actor: Actor, pilot: Pilot, texts: PilotTexts) -> None:
    """For the next letter; letters that are frozen keep their own texts."""
    may_change_pilot(actor, pilot).enforce()
    Pilot.objects.filter(id=pilot.id).update(
        introduction=texts.introduction,
        approach=texts.approach,
        results=texts.results,
        embedding=texts.embedding,
    )
    note_deed("figures.pilot_texts_written", Part.FIGURES)


def _save(pilot: Pilot, details: PilotDetails, *, is_new: bool) -> None:
    if not details.municipalities:
        raise Refused(_("Kies minstens één gemeente die meedoet."))
    pilot.slug, pilot.name, pilot.purpose = details.slug, details.name, details.purpose
    pilot.started_on, pilot.ended_on = details.started_on, details.ended_on
    pilot.save(force_insert=is_new, force_update=not is_new)
    present = {} if is_new else _municipalities(pilot)
    for order, municipality in enumerate(details.municipalities):
        if municipality not in present:
            PilotMunicipality.objects.create(pilot=pilot, municipality_id=municipality, order=order)
        elif present[municipality] != order:
            PilotMunicipality.objects.filter(pilot=pilot, municipality_id=municipality).update(order=order)


def _municipalities(pilot: Pilot) -> dict[UUID, int]:
    return dict(PilotMunicipality.objects.filter(pilot=pilot).values_list("municipality_id", "order"))
