"""Shares and averages, made of figures that have passed the gate and of nothing else.

Under twenty families no averages are shown (BR-121); a percentage is an average of yes and no, so the same holds.
"""

from typing import Final

from kring.steering.figures.rules.values import Hidden, Shown, Value, Why

FEWEST_FOR_AVERAGE: Final = 20
TOO_FEW: Final = Hidden("te weinig", Why.FEW)


def share(part: Value, whole: Value) -> Value:
    """The part in whole percents, rounded half up; hidden as soon as part or whole is hidden or the whole is small."""
    if isinstance(part, Hidden):
        return part
    if isinstance(whole, Hidden):
        return whole
    if whole.n < FEWEST_FOR_AVERAGE:
        return TOO_FEW
    return Shown((200 * part.n + whole.n) // (2 * whole.n))


def average(total: Value, families: Value) -> float | Hidden:
    """The total per family, to one decimal."""
    if isinstance(total, Hidden):
        return total
    if isinstance(families, Hidden):
        return families
    if families.n < FEWEST_FOR_AVERAGE:
        return TOO_FEW
    return round(total.n / families.n, 1)
