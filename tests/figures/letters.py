"""Letters in the making, without a database."""

from dataclasses import replace
from datetime import date

from kring.steering.figures.rules.letter import Group, Letter, LetterDecision, LetterTexts, letter_figure
from kring.steering.figures.rules.pilots import BY_DOMAIN, BY_MUNICIPALITY
from kring.steering.figures.rules.values import Shown, Value, Why, below, covered

TOWNS = ("Texel", "Schagen", "Hollands Kroon", "Den Helder")


def make_letter(towns: tuple[Value, ...], *, decision: LetterDecision | None = None) -> Letter:
    """The letter of 2018 with these figures per municipality."""
    domains = (("jeugdwet", "Jeugd", Shown(24)), ("wmo", "Wmo", Shown(11)))
    return Letter(
        municipality="Den Helder",
        place="Den Helder",
        reference="KR26-001",
        dated_on=date(2026, 11, 1),
        subject="Resultaten Netwerk Versterkt",
        pilot="netwerk-versterkt",
        pilot_name="Netwerk Versterkt",
        counted_on=date(2026, 11, 1),
        smallest=10,
        figures=(
            *(letter_figure(Group.DOMAIN, code, name, value) for code, name, value in domains),
            letter_figure(Group.TOTAL, "totaal", "Totaal", Shown(35)),
            *(
                letter_figure(Group.MUNICIPALITY, name.lower(), name, value)
                for name, value in zip(TOWNS, towns, strict=True)
            ),
        ),
        definitions=(BY_DOMAIN, BY_MUNICIPALITY),
        texts=LetterTexts(
            "Informele hulp naast professionele zorg.\n\nGraag informeren wij u.",
            "Professionals uit drie organisaties werkten samen.",
            ("Informele zorg hoort bij elk plan.", "Hulpverleners & vrijwilligers <samen>."),
            "De werkgroep komt periodiek bijeen.",
        ),
        decision=decision,
    )


DECISION = LetterDecision("Petra Vos namens het college", date(2026, 10, 28), "de deelnemers stemden in.")
OPEN = make_letter((Shown(4), Shown(5), Shown(5), Shown(21)), decision=DECISION)
CLOSED = make_letter((below(10), below(10), covered(Why.DERIVABLE), Shown(21)))
BARE = replace(CLOSED, texts=LetterTexts("", "", (), ""))
