"""How much may be asked of whom: who is at the limit is asked no more, and a child never (BR-057, BR-058)."""

from datetime import date

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.circle.rules.words import FULL, Load

ADULT = 18
AT_LIMIT = _("Deze persoon heeft gezegd: de grens is bereikt. Vraag eerst na of dit nog kan, of kies iemand anders.")
PAUSES = _("Deze persoon stopt even. Vraag eerst na of dit nog kan, of kies iemand anders.")


def can_ask(load: str, *, confirmed: bool, is_child: bool, stands: bool) -> Verdict:
    """A new action for somebody of the circle. `confirmed`: this person said, since that load, that it can be done."""
    if is_child:
        return no(_("Een kind krijgt geen taak in het plan. Helpt een kind thuis mee, schrijf dat dan in de kring op."))
    if not stands:
        return no(_("Deze persoon staat nu niet in de kring."))
    if load not in FULL or confirmed:
        return YES
    return no(AT_LIMIT if load == Load.LIMIT else PAUSES)


def may_be_child(birth_year: int | None, today: date) -> bool:
    """Of a year alone nobody knows the birthday: who may still be seventeen is a child."""
    return birth_year is not None and today.year - birth_year <= ADULT


def can_confirm(load: str, words: str) -> Verdict:
    if load not in FULL:
        return no(_("Bij deze persoon is geen grens opgeschreven. U hoeft niets na te vragen."))
    return YES if words.strip() else no(_("Schrijf op wat deze persoon zelf zei."))


def can_be_young_carer(does: str, youngest: int | None) -> Verdict:
    """`youngest`: the lowest age that it can be by the register; None when that does not say."""
    if youngest is not None and youngest >= ADULT:
        return no(_("Deze persoon is 18 jaar of ouder, dus geen jonge mantelzorger."))
    return YES if does.strip() else no(_("Schrijf op wat dit kind thuis doet."))
