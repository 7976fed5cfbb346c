"""The clock of 72 hours, and what a record needs before it is closed (GDPR 33 and 34, BR-108)."""

from datetime import datetime, timedelta

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

HOURS = timedelta(hours=72)
"""From the moment of discovery: weekends and holidays count."""


def due_at(discovered: datetime) -> datetime:
    return discovered + HOURS


def can_change(*, is_closed: bool) -> Verdict:
    return no(_("Dit datalek is gesloten. Een gesloten registratie verandert niet meer.")) if is_closed else YES


def can_note(discovered: datetime, now: datetime) -> Verdict:
    return no(_("Het moment van ontdekken ligt in de toekomst.")) if discovered > now else YES


def can_tell_authority(decision: str, reason: str, told: datetime | None, late_reason: str, due: datetime) -> Verdict:
    """Both ways with a reason; who notifies later than 72 hours says why."""
    if decision and not reason.strip():
        return no(_("Schrijf op waarom u wel of niet meldt bij de Autoriteit Persoonsgegevens."))
    if told is not None and told > due and not late_reason.strip():
        return no(_("De melding is later dan 72 uur. Schrijf op waarom."))
    return YES


def can_close(authority: str, told: datetime | None, subjects: str, subjects_told: bool) -> Verdict:
    """Nothing stays undecided, and what would be told has been told."""
    if not authority or not subjects:
        return no(_("Besluit eerst over melden bij de Autoriteit Persoonsgegevens en aan de mensen zelf."))
    if authority == "yes" and told is None:
        return no(_("U besloot te melden bij de Autoriteit Persoonsgegevens. Vul in wanneer dat is gedaan."))
    if subjects == "yes" and not subjects_told:
        return no(_("U besloot het aan de mensen zelf te melden. Vul in wanneer dat is gedaan."))
    return YES
