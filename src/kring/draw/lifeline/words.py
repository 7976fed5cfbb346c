"""The life line in words: a summary and a table that hold everything the drawing shows."""

from kring.draw.canvas import Row, Words
from kring.draw.dutch import counted
from kring.draw.lifeline.model import LOOK, WORD, LifelineInput, Moment, in_order

COLUMNS = ("Wanneer", "Wat voor moment", "Wat", "Voor wie", "Hoe was dat")
NOTHING = "Er staat nog geen moment op de levenslijn."
WHAT = 2


def tooltip(moment: Moment) -> str:
    said = ", ".join(filter(None, (moment.what, moment.who, moment.feeling)))
    return f"{moment.when}, {WORD[moment.sort]}: {said}"


def words(shown: LifelineInput) -> Words:
    moments = in_order(shown.moments)
    if not moments:
        return Words(shown.title, NOTHING, COLUMNS, ())
    number = counted(len(moments), "moment", "momenten")
    span = moments[0].when if len(moments) == 1 else f"{moments[0].when} tot {moments[-1].when}"
    return Words(shown.title, f"{number}: {span}.", COLUMNS, tuple(_row(one) for one in moments))


def _row(one: Moment) -> Row:
    return Row((one.when, WORD[one.sort], one.what, one.who, one.feeling), LOOK[one.sort][1], one.href, WHAT)
