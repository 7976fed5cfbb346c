"""The one next step for each role, where my day is empty: nobody is left on a page without a way on."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access import roles
from kring.ground.access.actor import Actor


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence and the page that it leads to."""

    role: str
    sentence: Promise
    url_name: str
    link: Promise


STEPS = (
    NextStep(
        roles.ADMINISTRATOR.code,
        _("Richt de organisatie in: teams, medewerkers en hun rollen."),
        "organisation",
        _("Naar beheer"),
    ),
    NextStep(
        roles.DATA_STEWARD.code,
        _("Lever bestanden aan en beoordeel personen die niet zeker te koppelen zijn."),
        "deliveries",
        _("Naar leveringen"),
    ),
    NextStep(
        roles.CHOOSER.code,
        _("Bekijk in een onderzoek waar hulp zich stapelt, en breng een huishouden op naam."),
        "studies",
        _("Naar onderzoeken"),
    ),
    NextStep(
        roles.LEADER.code,
        _("Bekijk de gezinnen van uw team en wijs een regisseur aan waar die ontbreekt."),
        "families",
        _("Naar de gezinnen"),
    ),
    NextStep(roles.RESEARCHER.code, _("Open het onderzoek waaraan u meewerkt."), "studies", _("Naar onderzoeken")),
    NextStep(
        roles.POLICY.code, _("Bekijk de cijfers per gebied of maak een raadsbrief."), "areas", _("Naar de gebieden")
    ),
    NextStep(
        roles.PRIVACY_OFFICER.code,
        _("Bekijk welke onderzoeken lopen en op welke grondslag."),
        "studies",
        _("Naar onderzoeken"),
    ),
    NextStep(
        roles.SAFEGUARDING.code,
        _("U krijgt hier bericht als iemand naar een beschermd dossier zoekt."),
        "notices",
        _("Naar berichten"),
    ),
)
OF_A_COLLEAGUE = NextStep(
    roles.COLLEAGUE.code,
    _("Zodra u regisseur bent of een taak hebt bij een gezin, staat het hier."),
    "families",
    _("Naar mijn gezinnen"),
)


def next_steps(actor: Actor) -> tuple[NextStep, ...]:
    """Those of the actor's roles; a colleague without another role gets the one for everybody."""
    mine = {role for role, _organisation in actor.roles}
    return tuple(step for step in STEPS if step.role in mine) or (OF_A_COLLEAGUE,)
