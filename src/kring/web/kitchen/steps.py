"""The order of the conversation: who is here, what is asked, how it is, what we want and do, when we look back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `code` names its draft, `short` stands in the list of all questions."""

    code: str
    url_name: str
    short: Promise

    @property
    def number(self) -> int:
        return STEPS.index(self) + 1

    @property
    def said(self) -> str:
        """Where we are, in words."""
        return gettext("Stap %(number)s van %(all)s") % {"number": self.number, "all": len(STEPS)}

    def url(self, dossier: UUID) -> str:
        return reverse(self.url_name, args=[dossier])

    def url_of(self, dossier: UUID, goal: UUID) -> str:
        """Of the question about one goal."""
        return reverse(f"{self.url_name}_of", args=[dossier, goal])

    def after(self, dossier: UUID) -> str:
        """The next question; after the last one the plan is read back."""
        return STEPS[self.number].url(dossier) if self.number < len(STEPS) else reverse("kitchen_read", args=[dossier])

    def before(self, dossier: UUID) -> str:
        return STEPS[self.number - 2].url(dossier) if self.number > 1 else reverse("kitchen", args=[dossier])


HERE: Final = Step("wie", "kitchen_here", _("Wie er aan tafel zitten"))
QUESTION: Final = Step("vraag", "kitchen_question", _("De vraag, in eigen woorden"))
STRENGTHS: Final = Step("goed", "kitchen_strengths", _("Wat er goed gaat"))
CONCERNS: Final = Step("zorgen", "kitchen_concerns", _("Waar zorgen over zijn"))
DREAM: Final = Step("droom", "kitchen_dream", _("Hoe het over een jaar is"))
GOAL: Final = Step("doel", "kitchen_goal", _("Wat we willen bereiken"))
ACTION: Final = Step("doen", "kitchen_do", _("Wie wat gaat doen"))
SCORE: Final = Step("cijfer", "kitchen_figure", _("Waar we nu staan, met een cijfer"))
LOOK_BACK: Final = Step("terugkijken", "kitchen_look_back", _("Wanneer we terugkijken, en wie u belt"))
LIGHT: Final = Step("kort", "kitchen_light", _("Kort plan"))
"""All of it on one page: no part of the conversation."""
STEPS: Final = (HERE, QUESTION, STRENGTHS, CONCERNS, DREAM, GOAL, ACTION, SCORE, LOOK_BACK)

NEEDED_AT: Final[Mapping[str, Step]] = {
    "goals": GOAL,
    "strengths": STRENGTHS,
    "evaluation_on": LOOK_BACK,
    "contact": LOOK_BACK,
}
"""Where at the table the answer is given to what a version still needs."""
