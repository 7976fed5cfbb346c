"""What the letters of an investigation say, in plain Dutch (B1), whatever language the professional reads in.

The confirmation says who calls and by when (BR-001); the outcome gives the own words and the conclusion of each block.
"""

from datetime import date
from typing import Final

from django.utils import translation
from django.utils.formats import date_format

from kring.oversight.rights.making.notice import Chapter, Letter
from kring.practice.investigation.queries import BlockView, InvestigationView
from kring.practice.investigation.rules.blocks import Block

DUTCH: Final = "nl"
ASKED: Final = {
    Block.NEEDS: "Wat u nodig heeft en wat u belangrijk vindt",
    Block.OWN_STRENGTH: "Wat u en uw huisgenoten zelf kunnen",
    Block.NETWORK: "Wat familie, vrienden en buren doen",
    Block.CARER: "Wat uw mantelzorger nodig heeft",
    Block.GENERAL: "Wat er voor iedereen is in de buurt",
    Block.TOGETHER: "Hoe dit past bij andere hulp, school, werk en geld",
    Block.CONTRIBUTION: "Wat u zelf betaalt",
}
"""The subjects of the law, as a person would name them."""
AFTER: Final = Chapter(
    "Wat u nu kunt doen",
    (
        "Klopt er iets niet? Zeg het ons. Dan schrijven wij het erbij.",
        "Wilt u hulp van de gemeente? Vraag die dan aan. Binnen twee weken krijgt u een besluit.",
        "Bent u het niet eens met het besluit? In de brief met het besluit staat hoe u bezwaar maakt.",
    ),
)


def confirming(house: str, person: str, view: InvestigationView) -> Letter:
    row = view.row
    return Letter(
        house,
        "Wij hebben uw melding ontvangen",
        _day(row.confirmed_on or row.reported_on),
        f"Beste {person},",
        (
            f"Op {_day(row.reported_on)} kregen wij een melding van {row.reported_by}.",
            f"{row.caller} belt u uiterlijk op {_day(row.call_by)}.",
        ),
        (
            Chapter("Wat wij hebben opgeschreven", (row.need,)),
            _may_do(view),
            _happens(view),
        ),
    )


def reporting(house: str, person: str, view: InvestigationView) -> Letter:
    row = view.row
    made = f"verstuurd op {_day(row.sent_on)}" if row.sent_on else f"concept van {_day(view.today)}"
    return Letter(
        house,
        "Wat wij samen hebben onderzocht",
        made,
        f"Beste {person},",
        (
            f"Op {_day(row.reported_on)} kregen wij uw melding. {row.written_by_name} heeft met u gepraat.",
            "Hieronder leest u wat u zei en wat wij daarvan vinden.",
        ),
        (
            Chapter("Uw melding", (f"“{row.need}”",)),
            *_plan(view),
            *(_chapter(one) for one in view.blocks),
            *_urgent(view),
            AFTER,
        ),
    )


def _may_do(view: InvestigationView) -> Chapter:
    return Chapter(
        "Wat u zelf kunt doen",
        (
            f"U kunt een eigen plan maken. Geef het aan ons tot en met {_day(view.plan_clock.until)}.",
            "U kunt gratis hulp krijgen van een cliëntondersteuner. Die staat naast u.",
            "Een cliëntondersteuner is niet van de gemeente. Uw mantelzorger kan die hulp ook krijgen.",
        ),
    )


def _happens(view: InvestigationView) -> Chapter:
    return Chapter(
        "Wat er gebeurt",
        (
            "Wij praten met u over wat u nodig heeft.",
            "Leg een paspoort, identiteitskaart of rijbewijs klaar. Wij kijken ernaar en maken geen kopie.",
            f"Uiterlijk op {_day(view.investigating.until)} heeft u het verslag op papier.",
        ),
    )


def _chapter(one: BlockView) -> Chapter:
    found = one.finding
    words = (f"U zei: {found.words}",) if found.words else ()
    concluded = (f"Wij vinden: {found.conclusion}",) if found.conclusion else ()
    apart = (f"Dit speelt bij u niet: {found.not_applicable}",) if found.not_applicable else ()
    used = (f"Uw eigen plan: {found.plan_used}",) if found.plan_used else ()
    return Chapter(ASKED[one.block], (*words, *concluded, *apart, *used) or ("Hier staat nog niets.",))


def _plan(view: InvestigationView) -> tuple[Chapter, ...]:
    return (Chapter("Uw eigen plan", (view.row.plan_words,)),) if view.has_personal_plan else ()


def _urgent(view: InvestigationView) -> tuple[Chapter, ...]:
    row = view.row
    if row.urgent_from is None:
        return ()
    return (Chapter("Hulp die meteen kwam", (f"Vanaf {_day(row.urgent_from)}: {row.urgent_what}",)),)


def _day(day: date) -> str:
    with translation.override(DUTCH):
        return date_format(day, "j F Y")
