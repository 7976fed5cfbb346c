"""The roles as classes with a description a person can read, and the one table from role to parts.

The grant compiler, the role page and the tests read this same table (handbook §5).
"""

from dataclasses import dataclass, field

from kring.ground.access.parts import DOSSIER_PARTS, Law, Part
from kring.ground.shared.marking import mark as _

SHARED, FILE = 1, 2


@dataclass(frozen=True, slots=True)
class Role:
    """What a role may read. `parts` maps a part to the highest shield level, 2 at most: 3 and 4 go by name."""

    code: str
    title: str
    description: str
    parts: dict[Part, int] = field(default_factory=dict)
    own_laws: tuple[Law, ...] = ()
    needs_ground_per_law: bool = True
    in_dossier: bool = True

    def dossier_parts(self) -> dict[Part, int]:
        return {part: level for part, level in self.parts.items() if part in DOSSIER_PARTS}


def _levels(level: int, *parts: Part) -> dict[Part, int]:
    return dict.fromkeys(parts, level)


_PERSON = (Part.PERSON, Part.PERSON_IDENTITY, Part.PERSON_ADDRESS, Part.PERSON_CONTACT, Part.RELATION)
_PLAN = (Part.QUESTION, Part.PLAN, Part.ACTION, Part.SCORE, Part.LEAD, Part.PARTY)

REGISSEUR = Role(
    "regisseur",
    _("Regisseur"),
    _("Vaste contactpersoon van het gezin. Ziet het plan en, per wet, alleen wat het gezin of de wet toestaat."),
    _levels(FILE, Part.DOSSIER_FACE, *_PLAN, *_PERSON, Part.SHARING, Part.TASK, Part.DOCUMENT)
    | _levels(FILE, Part.PROVISION, Part.PROVISION_COST),
)
DEPUTY = Role(
    "achtervang",
    _("Achtervang"),
    _("Vervangt de regisseur en ziet hetzelfde."),
    REGISSEUR.parts,
)
TEAM_PROFESSIONAL = Role(
    "teamprofessional",
    _("Professional met een taak"),
    _("Werkt met dit gezin aan een eigen taak: ziet het gezamenlijke plan en het eigen domein."),
    _levels(FILE, Part.DOSSIER_FACE, *_PLAN, *_PERSON, Part.TASK, Part.DOCUMENT) | _levels(FILE, Part.PROVISION),
)
NAMER = Role(
    "naamgever",
    _("Heeft het huishouden op naam gebracht"),
    _("Ziet alleen de naam van het dossier, de leden en de open vraag aan het gezin, tot er een regisseur is."),
    _levels(FILE, Part.DOSSIER_FACE, Part.LEAD, Part.PERSON, Part.TASK),
)
PROCESS_DIRECTOR = Role(
    "procesregisseur",
    _("Procesregisseur"),
    _("Bewaakt het proces en wijst regisseurs aan. Ziet inhoud alleen zolang een vraag aan hem openstaat."),
    _levels(FILE, Part.DOSSIER_FACE, *_PLAN, Part.PERSON, Part.TASK, Part.SHARING) | _levels(FILE, Part.PROVISION),
)
APPOINTER = Role(
    "aanwijzer",
    _("Wees de regisseur aan"),
    _("Ziet de naam en stand van het dossier en wie de regisseur is, om een ander te kunnen aanwijzen; geen inhoud."),
    _levels(FILE, Part.DOSSIER_FACE, Part.LEAD),
)
ADULT = Role(
    "gezinslid",
    _("Gezinslid"),
    _("Ziet het gezamenlijke plan en zijn documenten, de eigen gegevens en die van kinderen over wie het gezag er is."),
    _levels(SHARED, Part.DOSSIER_FACE, *_PLAN, *_PERSON, Part.PERSON_BSN, Part.SHARING, Part.DOCUMENT)
    | _levels(SHARED, Part.ACCESS_LOG)
    | _levels(FILE, Part.PROVISION),
    needs_ground_per_law=False,
)
YOUNG = Role(
    "jongere",
    _("Jongere van 12 jaar of ouder"),
    _("Ziet het gezamenlijke plan en zijn documenten, en de eigen gegevens."),
    {part: level for part, level in ADULT.parts.items() if part is not Part.ACCESS_LOG},
    needs_ground_per_law=False,
)

DOSSIER_ROLES = {
    role.code: role for role in (REGISSEUR, DEPUTY, TEAM_PROFESSIONAL, NAMER, PROCESS_DIRECTOR, APPOINTER, ADULT, YOUNG)
}
FAMILY_ROLES = {ADULT.code, YOUNG.code}

COLLEAGUE = Role(
    "collega",
    _("Medewerker"),
    _("Ziet de namen van collega’s van de eigen organisatie."),
    _levels(0, Part.STAFF),
    in_dossier=False,
)
DATA_STEWARD = Role(
    "gegevensbeheerder",
    _("Gegevensbeheerder"),
    _("Laadt leveringen en beoordeelt personen die niet zeker te koppelen zijn. Ziet geen plannen."),
    _levels(0, Part.STAFF, Part.DELIVERY, Part.REGISTER),
    in_dossier=False,
)
RESEARCHER = Role(
    "onderzoeker",
    _("Onderzoeker"),
    _("Ziet binnen een goedgekeurd onderzoek huishoudens onder pseudoniem."),
    _levels(0, Part.STAFF, Part.STUDY),
    in_dossier=False,
)
CHOOSER = Role(
    "toewijzer",
    _("Procesregisseur van de organisatie"),
    _("Keurt onderzoeken goed, brengt een huishouden op naam en wijst de regisseur aan."),
    _levels(0, Part.STAFF, Part.STUDY, Part.CASELOAD, Part.FIGURES),
    in_dossier=False,
)
LEADER = Role(
    "teamleiding",
    _("Teamleider van de organisatie"),
    _("Ziet de werkvoorraad van het team en wijst de regisseur aan."),
    _levels(0, Part.STAFF, Part.CASELOAD, Part.STUDY, Part.FIGURES),
    in_dossier=False,
)
SAFEGUARDING = Role(
    "aandachtsfunctionaris",
    _("Aandachtsfunctionaris"),
    _("Wordt geraadpleegd bij zorgen over veiligheid; krijgt bericht als iemand naar een beschermd dossier zoekt."),
    _levels(0, Part.STAFF),
    in_dossier=False,
)
POLICY = Role(
    "beleid",
    _("Beleidsadviseur"),
    _("Ziet cijfers per gebied, veilig voor kleine aantallen, en schrijft raadsbrieven."),
    _levels(0, Part.STAFF, Part.FIGURES),
    in_dossier=False,
)
PRIVACY_OFFICER = Role(
    "fg",
    _("Functionaris gegevensbescherming"),
    _("Houdt toezicht. Ziet eerst alleen wie wanneer keek, en cijfers per gebied; geen inhoud."),
    _levels(0, Part.STAFF, Part.STUDY, Part.FIGURES, Part.ACCESS_LOG),
    in_dossier=False,
)
ADMINISTRATOR = Role(
    "beheerder",
    _("Functioneel beheerder"),
    _("Richt organisaties, teams, accounts en gebieden in. Ziet geen inhoud van dossiers."),
    _levels(0, Part.STAFF, Part.SETTINGS, Part.DELIVERY),
    in_dossier=False,
)
ORGANISATION_ADMINISTRATOR = Role(
    "organisatiebeheerder",
    _("Beheerder van een organisatie"),
    _("Richt teams, accounts en rollen van de eigen organisatie in. Ziet geen inhoud van dossiers."),
    _levels(0, Part.STAFF, Part.SETTINGS),
    in_dossier=False,
)

ORGANISATION_ROLES = {
    role.code: role
    for role in (
        COLLEAGUE,
        DATA_STEWARD,
        RESEARCHER,
        CHOOSER,
        LEADER,
        SAFEGUARDING,
        POLICY,
        PRIVACY_OFFICER,
        ADMINISTRATOR,
        ORGANISATION_ADMINISTRATOR,
    )
}
