"""The sentences of a letter to the council, the same on screen and on paper. A letter is in Dutch, whoever reads it."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from kring.steering.figures.rules.letter import Group, Letter, LetterFigure

MONTHS: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
GROUPS: Final = {Group.DOMAIN: "Domein", Group.MUNICIPALITY: "Gemeente", Group.TOTAL: ""}


def long_date(day: date) -> str:
    """1 november 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def enumerated(parts: Sequence[str]) -> str:
    """Jeugd, Wmo en Participatie."""
    return " en ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def paragraphs(text: str) -> tuple[str, ...]:
    """What an empty line divides; other line ends are only where somebody's screen ended."""
    return tuple(" ".join(block.split()) for block in text.replace("\r", "").split("\n\n") if block.strip())


def counted(figure: LetterFigure, one: str, many: str) -> str:
    """“4 cliënten”; of a hidden figure no more than its mark tells."""
    if figure.value is not None:
        return f"{figure.text} {one if figure.value == 1 else many}"
    if figure.text.startswith("<"):
        return f"minder dan {figure.text.removeprefix('<').strip()} {many}"
    return f"een aantal {many} dat wij niet noemen"


def cases(letter: Letter) -> str:
    """How many took part, and by which domains."""
    if letter.total.value is None:
        return f"Aan {letter.pilot_name} deden te weinig cliënten mee om aantallen te noemen."
    domains = [f"{one.name} ({counted(one, 'casus', 'casussen')})" for one in letter.of_group(Group.DOMAIN)]
    clients = counted(letter.total, "cliënt", "cliënten")
    verb = "deed" if letter.total.value == 1 else "deden"
    return f"Aan {letter.pilot_name} {verb} {clients} mee{f': {enumerated(domains)}' if domains else ''}."


def per_municipality(letter: Letter) -> tuple[str, ...]:
    """The list of the letter of 2018."""
    if letter.total.value is None:
        return ()
    return tuple(
        f"{counted(one, 'cliënt', 'cliënten')} binnen de gemeente {one.name}"
        for one in letter.of_group(Group.MUNICIPALITY)
    )


def explanation(letter: Letter) -> tuple[str, ...]:
    """What was done about small numbers, and who decided otherwise."""
    said = []
    if letter.decision and any(one.value is not None and 0 < one.value < letter.smallest for one in letter.figures):
        decision = letter.decision
        said.append(
            f"Aantallen onder de {letter.smallest} staan in deze brief door een besluit van {decision.who} op "
            f"{long_date(decision.when)}. De reden: {decision.why}"
        )
    if letter.hides_something:
        said.append(
            f"Aantallen onder de {letter.smallest} noemen wij niet, zodat niemand te herkennen is. Waar zo’n aantal "
            "uit het totaal zou volgen, noemen wij ook een tweede aantal niet."
        )
    return tuple(said)
