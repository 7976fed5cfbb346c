"""What a dossier may be called: its name stands in lists and on paper, so it tells nothing protected (BR-075)."""

import re

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

LONGEST_LABEL = 120
_TELLS_TOO_MUCH = re.compile(
    r"\bafgeschermd|\bbeschermd|\bgeheime? (adres|verblijf)|\bonderduik|opvang\b"  # that somebody hides, or where
    r"|\b\d{4}\s?[a-z]{2}\b"  # a postcode
    r"|\b\d{8,}\b",  # a BSN or telephone number
    re.IGNORECASE,
)


def can_be_label(label: str) -> Verdict:
    """A name of people, and no more than that."""
    if not label.strip():
        return no(_("Geef het dossier een naam."))
    if len(label) > LONGEST_LABEL:
        return no(_("De naam van het dossier is te lang: hoogstens 120 tekens."))
    if _TELLS_TOO_MUCH.search(label):
        return no(_("De naam van een dossier zegt niets over bescherming, adres of nummers. Gebruik alleen een naam."))
    return YES
