"""A term of the law in words that need no counting."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.practice.investigation.rules.clocks import Clock


def clock_words(clock: Clock, today: date) -> str:
    """How long there is; or whether it was in time."""
    left = clock.days_left(today)
    if left is None:
        return _("te laat klaar") if clock.is_late(today) else _("op tijd klaar")
    if clock.stands_still:
        return _("de termijn staat stil")
    if left == 0:
        return _("vandaag is de laatste dag")
    if left < 0:
        return ngettext("%(n)s dag te laat", "%(n)s dagen te laat", -left) % {"n": -left}
    return ngettext("nog %(n)s dag", "nog %(n)s dagen", left) % {"n": left}


def clock_tone(clock: Clock, today: date) -> str:
    left = clock.days_left(today)
    if clock.is_late(today):
        return "negative"
    return "warning" if left is not None and left <= 7 and not clock.stands_still else "neutral"


def until(clock: Clock) -> str:
    return _("tot en met %(day)s") % {"day": date_format(clock.until, "j F Y")}
