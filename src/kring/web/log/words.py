"""The log in plain words: which role looked, why that role may, and what the parts are called (BR-102)."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.ground.access.parts import Part
from kring.ground.access.roles import DOSSIER_ROLES, ORGANISATION_ROLES

EMERGENCY = "noodknop"
BY_ITSELF = ""
"""The role of Kring itself, which has none."""
OTHER_TITLES: Mapping[str, str | Promise] = {BY_ITSELF: _("vanzelf, zonder dat iemand keek")}

WHY: Mapping[str, Promise] = {
    "regisseur": _("Leidt uw plan en is uw vaste contactpersoon."),
    "achtervang": _("Vervangt uw regisseur."),
    "teamprofessional": _("Heeft een taak in uw plan."),
    "naamgever": _("Vroeg of u samen één plan wilt."),
    "procesregisseur": _("Let erop dat het samenwerken goed gaat."),
    "aanwijzer": _("Wees uw regisseur aan."),
    "toewijzer": _("Zorgt dat er een regisseur is."),
    "teamleiding": _("Verdeelt het werk van het team en zorgt dat er een regisseur is."),
    "gegevensbeheerder": _("Zorgt dat de gegevens kloppen."),
    "aandachtsfunctionaris": _("Denkt mee als er zorgen zijn over veiligheid."),
    "fg": _("Houdt toezicht op uw privacy."),
    EMERGENCY: _("Gebruikte de noodknop, omdat er haast was."),
    BY_ITSELF: _("Kring verwerkte gegevens die de gemeente of een aanbieder heeft aangeleverd."),
}
UNKNOWN = _("Werkt voor deze organisatie. Vraag uw regisseur waarom dit nodig was.")


def role_title(code: str) -> str:
    if code in OTHER_TITLES:
        return str(OTHER_TITLES[code])
    role = (DOSSIER_ROLES | ORGANISATION_ROLES).get(code)
    return gettext(role.title) if role else code


def why(code: str) -> str:
    return str(WHY.get(code, UNKNOWN))


def part_titles(names: Iterable[str]) -> tuple[str, ...]:
    """In the order of the permission table; what is no part of anybody's data is left out."""
    wanted = set(names)
    return tuple(gettext(part.label) for part in Part if part in wanted)
