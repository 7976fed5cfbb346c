"""Measures: all counts of a day, for all organisations. Counting again replaces today, never an earlier day."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.organisations.models import Organisation, OrganisationKind
from kring.ground.shared.verdict import Refused
from kring.steering.figures.models import Measure
from kring.steering.figures.queries.providers import of_providers
from kring.steering.figures.queries.tallying import Tallied, tallied
from kring.steering.figures.rules.tallies import EACH, TALLIES


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count wrote."""

    day: date
    municipalities: int
    measures: int


def count_figures(*, actor: Actor, day: date) -> Counted:
    """Count everything as on `day`. Works as `kring_snapshot`; only the installation itself may ask it."""
    _enforce_can_count(actor, day)
    municipalities = list(
        Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY).order_by("id").values_list("id", flat=True)
    )
    nothing = [
        Tallied(municipality, None, tally.code, category, 0, 0 if tally.has_sizes else None)
        for municipality in municipalities
        for tally in TALLIES
        for category in (*tally.categories, *[EACH] * tally.has_sizes)
    ]
    found = (*nothing, *tallied(day), *of_providers(day))
    counts = {(one.organisation, one.area, one.provider, one.tally, one.category): one for one in found}
    Measure.objects.filter(counted_on=day).delete()
    Measure.objects.bulk_create([_measure(one, day) for one in counts.values()], batch_size=1000)
    note_deed("figures.measures_counted", Part.FIGURES, event=Event.CREATE, ground=f"peildatum {day:%d-%m-%Y}")
    return Counted(day, len(municipalities), len(counts))


def _enforce_can_count(actor: Actor, day: date) -> None:
    if not actor.is_system:
        raise Refused(_("Tellen doet Kring zelf, voor alle gemeenten tegelijk."))
    if day > actor.today:
        told = _("De peildatum %(day)s is nog niet geweest. Kies vandaag of een eerdere dag.")
        raise Refused(told % {"day": f"{day:%d-%m-%Y}"})
    if day < actor.today and Measure.objects.filter(counted_on=day).exists():
        told = _("Op %(day)s is al geteld. Een telling van een eerdere dag verandert niet meer.")
        raise Refused(told % {"day": f"{day:%d-%m-%Y}"})


def _measure(one: Tallied, day: date) -> Measure:
    return Measure(
        organisation_id=one.organisation,
        indicator=one.tally,
        area=one.area,
        provider=one.provider,
        category=one.category,
        counted_on=day,
        count=one.count,
        families=one.families,
    )
