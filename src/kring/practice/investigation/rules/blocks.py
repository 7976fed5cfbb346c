"""What must be investigated, block by block: the words of the person, and what is concluded (BR-006, BR-008)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _


class Block(Labelled):
    """Wmo 2015 art. 2.3.2 lid 4, under a to g."""

    NEEDS = "a", _("behoeften, persoonskenmerken en voorkeuren")
    OWN_STRENGTH = "b", _("eigen kracht en gebruikelijke hulp")
    NETWORK = "c", _("mantelzorg en hulp van andere mensen")
    CARER = "d", _("wat de mantelzorger nodig heeft")
    GENERAL = "e", _("algemene voorziening of maatschappelijk nuttige activiteiten")
    TOGETHER = "f", _("samenwerking met zorg, jeugdhulp, onderwijs, welzijn, wonen, werk en inkomen")
    CONTRIBUTION = "g", _("eigen bijdrage in de kosten")


@dataclass(frozen=True, slots=True)
class Finding:
    """One block. Either a conclusion, or why it does not apply; `plan_used`: how the personal plan counted here."""

    block: Block
    words: str = ""
    conclusion: str = ""
    not_applicable: str = ""
    plan_used: str = ""

    @property
    def is_filled(self) -> bool:
        return bool(self.conclusion.strip() or self.not_applicable.strip())


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a block still asks before the report can go."""

    block: Block
    what: str


def lacking(findings: Iterable[Finding], *, has_personal_plan: bool) -> Iterator[Lacking]:
    """In the order of the law. Nothing lacking: the report may be sent."""
    found = {one.block: one for one in findings}
    for block in Block:
        one = found.get(block, Finding(block))
        if not one.is_filled:
            yield Lacking(block, _("Schrijf een conclusie op, of waarom dit niet van toepassing is."))
        if has_personal_plan and not one.plan_used.strip():
            yield Lacking(block, _("Schrijf op wat er met het persoonlijk plan is gedaan."))
