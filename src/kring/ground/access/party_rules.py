"""Who can be written down as a professional round a family, and when that is the same person as one who is there."""

import re
from collections.abc import Iterable
from datetime import date

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

PHONE = re.compile(r"\+?[0-9][0-9 ()-]{7,28}")
MUNICIPAL = "gemeente "


def same_person(name: str, organisation: str) -> tuple[str, str]:
    """The key under which two lines are about one professional: spelling with capitals does not count."""
    return " ".join(name.casefold().split()), " ".join(organisation.casefold().split()).removeprefix(MUNICIPAL)


def can_be_party(name: str, organisation: str, phone: str, others: Iterable[tuple[str, str]]) -> Verdict:
    """A person by name; not one who is there already."""
    if not name.strip():
        return no(_("Schrijf de naam op van de professional. Weet u die niet? Schrijf dan: onbekend."))
    if phone.strip() and not PHONE.fullmatch(phone.strip()):
        return no(_("Dit is geen telefoonnummer. Schrijf alleen cijfers, bijvoorbeeld 088 000 13 03."))
    if same_person(name, organisation) in {same_person(*other) for other in others}:
        return no(_("Deze professional staat er al. Verbeter wat er staat."))
    return YES


def can_last(since: date, until: date | None, today: date) -> Verdict:
    if since > today:
        return no(_("De eerste dag is nog niet geweest."))
    if until is not None and until <= since:
        return no(_("De laatste dag ligt voor de eerste. Kijk de datums na."))
    return YES


def can_change(*, works_along: bool, is_withdrawn: bool) -> Verdict:
    """Who works along in Kring is brought in and ended as such: rights hang on it."""
    if works_along:
        return no(_("Deze professional werkt mee in Kring. Stop dat bij Personen, onder Wie er meewerkt."))
    return no(_("Dit is al ingetrokken.")) if is_withdrawn else YES
