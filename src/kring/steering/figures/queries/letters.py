"""A letter as it would be now, and a letter as it was frozen."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.configuration.queries.texts import text_of
from kring.ground.shared.period import day_of
from kring.ground.shared.verdict import Refused
from kring.steering.figures.models import CouncilLetter, LetterTemplate, Pilot
from kring.steering.figures.queries.pilots import Decision, Town, decision_for, safe_figures, thresholds, towns_of
from kring.steering.figures.rules.letter import (
    FOOT,
    Group,
    Letter,
    LetterDecision,
    LetterFigure,
    LetterTexts,
    checksum,
    from_data,
    letter_figure,
)
from kring.steering.figures.rules.pilots import BY_DOMAIN, BY_MUNICIPALITY, DOMAINS, PilotFigures


class LetterChanged(Refused):
    """A frozen letter no longer equals its checksum: it must not leave the house."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a letter. Without a reference the next free one is taken."""

    dated_on: date
    counted_on: date
    reference: str = ""
    place: str = ""


def draft_letter(pilot: Pilot, heading: Heading) -> Letter:
    """The letter with the figures of now, protected for publication. Nothing is frozen."""
    towns, decision, smallest = towns_of(pilot), decision_for(pilot), thresholds().public
    figures = safe_figures(pilot, towns, heading.counted_on, smallest, decision)
    return Letter(
        municipality=pilot.organisation.name,
        place=heading.place or pilot.organisation.name,
        reference=heading.reference or next_reference(pilot, heading.dated_on),
        dated_on=heading.dated_on,
        subject=f"Resultaten {pilot.name}",
        pilot=pilot.slug,
        pilot_name=pilot.name,
        counted_on=heading.counted_on,
        smallest=smallest,
        figures=tuple(_figures(figures, towns)),
        definitions=(BY_DOMAIN, BY_MUNICIPALITY),
        texts=_texts(pilot),
        decision=_decision(decision),
    )


def frozen_letter(row: CouncilLetter) -> Letter:
    """The letter as it was. LetterChanged when somebody changed it in the database."""
    if checksum(row.figures) != row.sha256:
        told = _("Brief %(reference)s klopt niet meer met het controlegetal. Maak een nieuwe brief.")
        raise LetterChanged(told % {"reference": row.reference})
    return from_data(row.figures)


def newest_letter(pilot: Pilot) -> CouncilLetter | None:
    return CouncilLetter.objects.filter(pilot=pilot).order_by("-made_at", "-reference").first()


def template_of(municipality: UUID) -> bytes | None:
    """The municipality's own Word template; None for the one that Kring ships."""
    content = LetterTemplate.objects.filter(organisation_id=municipality).values_list("content", flat=True).first()
    return bytes(content) if content else None


def own_template_name(municipality: UUID) -> str:
    """The file name of the municipality's own template, or nothing."""
    return LetterTemplate.objects.filter(organisation_id=municipality).values_list("name", flat=True).first() or ""


def next_reference(pilot: Pilot, day: date) -> str:
    """`KR26-003`: the third letter of this municipality in 2026."""
    start = f"KR{day:%y}-"
    taken = CouncilLetter.objects.filter(organisation_id=pilot.organisation_id, reference__startswith=start)
    return f"{start}{taken.count() + 1:03}"


def _figures(figures: PilotFigures, towns: tuple[Town, ...]) -> list[LetterFigure]:
    """First the domains and their total, then the municipalities."""
    domains = [letter_figure(Group.DOMAIN, code, DOMAINS[code], value) for code, value in figures.by_domain.items()]
    total = letter_figure(Group.TOTAL, "totaal", "Totaal", figures.total)
    places = [
        letter_figure(Group.MUNICIPALITY, str(town.id), town.name, figures.by_municipality[str(town.id)])
        for town in towns
    ]
    return [*domains, total, *places]


def _texts(pilot: Pilot) -> LetterTexts:
    results = tuple(line.strip("-• ").strip() for line in pilot.results.splitlines() if line.strip("-• ").strip())
    foot = text_of(FOOT, pilot.organisation_id)
    return LetterTexts(pilot.introduction or pilot.purpose, pilot.approach, results, pilot.embedding, foot)


def _decision(decision: Decision | None) -> LetterDecision | None:
    return LetterDecision(decision.who, day_of(decision.at), decision.why) if decision else None
