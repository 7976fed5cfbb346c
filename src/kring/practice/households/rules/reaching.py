"""What a telephone number, an e-mail address and a school look like, and what may happen to the level of such a row."""

import re

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

LONGEST = 200
FEWEST_DIGITS, MOST_DIGITS = 10, 15
OPEN_LEVEL, PROTECTED, SHIELDED = 0, 3, 4
_PHONE = re.compile(r"\+?[\d\s()-]+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def can_be_contact(kind: str, value: str) -> Verdict:
    """`kind` is one of `ContactKind`."""
    text = value.strip()
    if not text:
        return no(_("Vul in hoe deze persoon te bereiken is, of op welke school."))
    if len(text) > LONGEST:
        return no(_("Dit is te lang: hoogstens 200 tekens."))
    digits = sum(sign.isdecimal() for sign in text)
    if kind == "phone" and not (_PHONE.fullmatch(text) and FEWEST_DIGITS <= digits <= MOST_DIGITS):
        return no(_("Dit is geen telefoonnummer. Gebruik cijfers, bijvoorbeeld 06 1234 5678."))
    if kind == "email" and not _EMAIL.fullmatch(text):
        return no(_("Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl."))
    return YES


def can_change_level(*, before: int, level: int, by_register: bool, ground: str) -> Verdict:
    """To open, protected or shielded, with a reason; the secrecy mark of the BRP is not ours to lower."""
    if level not in {OPEN_LEVEL, PROTECTED, SHIELDED}:
        return no(_("Kies open, beschermd of afgeschermd."))
    if level == before:
        return no(_("Dit staat al op dit niveau."))
    if by_register and level < before:
        return no(_("De BRP heeft dit adres geheim verklaard. Dat eindigt alleen als de BRP het zegt."))
    if not ground.strip():
        return no(_("Schrijf op waarom."))
    return YES
