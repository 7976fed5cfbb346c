"""The roles as classes with a description a person can read; their parts come from the one permission table.

The grant compiler, the role pages and the tests read that same table (handbook §5, `docs/permissions.toml`).
"""

from dataclasses import dataclass, field

from kring.ground.access.parts import DOSSIER_PARTS, Part
from kring.ground.access.permissions import permissions
from kring.ground.shared.marking import mark as _
from kring.ground.shared.protection import Scope, Writes

SHARED, FILE = 1, 2
OVERSEEN = frozenset({Part.ACCESS_LOG})
"""Of people, yet overseen by organisation: the log, without any content."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a role may read. `parts`: part to highest shield level. 3 and 4 go by name, but for safety, whole at 3.

    `writes`: what it changes of it. `column` is that of the permission table; `awaits` what must come before it exists.
    """

    code: str
    title: str
    description: str
    column: str
    parts: dict[Part, int] = field(default_factory=dict)
    in_dossier: bool = True
    awaits: str = ""
    writes: dict[Part, Writes] = field(default_factory=dict)

    def dossier_parts(self) -> dict[Part, int]:
        return {part: level for part, level in self.parts.items() if part in DOSSIER_PARTS}


def _in_dossier(code: str, title: str, description: str, column: str, *, level: int = FILE, awaits: str = "") -> Role:
    """Given in one dossier, for a period. A family reads up to the shared plan, a professional the file."""
    opened, writes = permissions().parts_of(column, level), permissions().written_parts(column)
    parts = {part: up_to for part, up_to in opened.items() if part.scope is not Scope.ORGANISATION}
    return Role(code, title, description, column, parts, awaits=awaits, writes=writes)


def _in_organisation(code: str, title: str, description: str, column: str, *, awaits: str = "") -> Role:
    """Given in an organisation: it opens no content of a family, whatever the column says."""
    opened, writes = permissions().parts_of(column, 0), permissions().written_parts(column)
    parts = {part: up_to for part, up_to in opened.items() if part.scope is Scope.ORGANISATION or part in OVERSEEN}
    return Role(code, title, description, column, parts, in_dossier=False, awaits=awaits, writes=writes)


REGISSEUR = _in_dossier(
    "regisseur",
    _("Regisseur"),
    _("Vaste contactpersoon van het gezin. Ziet het plan en, per wet, alleen wat het gezin of de wet toestaat."),
    "RG",
)
DEPUTY = _in_dossier(
    "achtervang",
    _("Achtervang"),
    _("Vervangt de regisseur en ziet hetzelfde."),
    "RG",
)
TEAM_PROFESSIONAL = _in_dossier(
    "teamprofessional",
    _("Professional met een taak"),
    _("Werkt met dit gezin aan een eigen taak: ziet het gezamenlijke plan en het eigen domein."),
    "TP",
)
EXTERNAL = _in_dossier(
    "externe",
    _("Professional van een andere organisatie"),
    _("Werkt mee aan het plan van dit gezin. Ziet alleen de onderdelen die het gezin met deze professional deelt."),
    "EP",
)
CONSULTED = _in_dossier(
    "geraadpleegd",
    _("Geraadpleegde aandachtsfunctionaris"),
    _("Denkt mee over veiligheid in dit gezin en leest daarvoor het plan, van en tot de afgesproken dag."),
    "AF",
)
NAMER = _in_dossier(
    "naamgever",
    _("Heeft het huishouden op naam gebracht"),
    _("Ziet alleen de naam van het dossier, de leden en de open vraag aan het gezin, tot er een regisseur is."),
    "NG",
)
PROCESS_DIRECTOR = _in_dossier(
    "procesregisseur",
    _("Procesregisseur"),
    _("Bewaakt het proces en wijst regisseurs aan. Ziet inhoud alleen zolang een vraag aan hem openstaat."),
    "PR",
)
APPOINTER = _in_dossier(
    "aanwijzer",
    _("Wees de regisseur aan"),
    _("Ziet de naam en stand van het dossier en wie de regisseur is, om een ander te kunnen aanwijzen; geen inhoud."),
    "TL",
)
EMERGENCY = _in_dossier(
    "noodknop",
    _("Met de noodknop"),
    _("Ziet hoogstens 24 uur het plan en wie het zijn, omdat er haast is. Het gezin en het toezicht zien dat."),
    "NK",
)
ADULT = _in_dossier(
    "gezinslid",
    _("Gezinslid"),
    _("Ziet het gezamenlijke plan en zijn documenten, de eigen gegevens en die van kinderen over wie het gezag er is."),
    "GV",
    level=SHARED,
)
YOUNG = _in_dossier(
    "jongere",
    _("Jongere van 12 tot en met 15 jaar"),
    _("Ziet het gezamenlijke plan en zijn documenten, en de eigen gegevens."),
    "K12",
    level=SHARED,
)
YOUTH = _in_dossier(
    "jongere_16",
    _("Jongere van 16 of 17 jaar"),
    _("Ziet en schrijft het gezamenlijke plan, en ziet de eigen gegevens. Ouders lezen alleen mee als dat mag."),
    "J16",
    level=SHARED,
)
NETWORK_MEMBER = _in_dossier(
    "netwerklid",
    _("Netwerklid"),
    _("Ziet alleen wat het gezin met dit netwerklid deelt, en de eigen acties."),
    "NW",
    level=SHARED,
    awaits="invited people",
)
JIM = _in_dossier(
    "jim",
    _("JIM"),
    _("Steunpersoon die een jongere zelf koos. Ziet alleen wat de jongere of het gezin deelt, en de eigen acties."),
    "JIM",
    level=SHARED,
    awaits="invited people",
)
CLIENT_SUPPORTER = _in_dossier(
    "clientondersteuner",
    _("Cliëntondersteuner"),
    _("Staat naast het gezin en leest wat het gezin laat zien."),
    "CO",
    level=SHARED,
    awaits="invited people",
)

_GIVEN_IN_A_DOSSIER = (
    REGISSEUR,
    DEPUTY,
    TEAM_PROFESSIONAL,
    EXTERNAL,
    CONSULTED,
    NAMER,
    PROCESS_DIRECTOR,
    APPOINTER,
    EMERGENCY,
    ADULT,
    YOUNG,
    YOUTH,
    NETWORK_MEMBER,
    JIM,
    CLIENT_SUPPORTER,
)
DOSSIER_ROLES = {role.code: role for role in _GIVEN_IN_A_DOSSIER if not role.awaits}
FAMILY_ROLES = {ADULT.code, YOUNG.code, YOUTH.code}
NEEDS_AN_END = frozenset({CONSULTED.code})
"""Who is consulted reads from and to a day (handbook §5, condition 6)."""
JOINING = frozenset({TEAM_PROFESSIONAL.code, EXTERNAL.code})
"""Roles of who works along; who leads asks them to join (handbook §5, the regisseur writes who is involved)."""
READS_BY_NAME = frozenset({REGISSEUR.code, DEPUTY.code, TEAM_PROFESSIONAL.code, CONSULTED.code})
"""Who can be named to read what is protected: a professional with a task with this family (handbook §5, note 13)."""


COLLEAGUE = _in_organisation(
    "collega",
    _("Medewerker"),
    _("Ziet de namen van collega’s van de eigen organisatie."),
    "TX",
)
DATA_STEWARD = _in_organisation(
    "gegevensbeheerder",
    _("Gegevensbeheerder"),
    _("Laadt leveringen en beoordeelt personen die niet zeker te koppelen zijn. Ziet geen plannen."),
    "GB",
)
RESEARCHER = _in_organisation(
    "onderzoeker",
    _("Onderzoeker"),
    _("Ziet binnen een goedgekeurd onderzoek huishoudens onder pseudoniem."),
    "ON",
)
CHOOSER = _in_organisation(
    "toewijzer",
    _("Procesregisseur van de organisatie"),
    _("Keurt onderzoeken goed, brengt een huishouden op naam en wijst de regisseur aan."),
    "PR",
)
LEADER = _in_organisation(
    "teamleiding",
    _("Teamleider van de organisatie"),
    _("Ziet de werkvoorraad van het team en wijst de regisseur aan."),
    "TL",
)
SAFEGUARDING = _in_organisation(
    "aandachtsfunctionaris",
    _("Aandachtsfunctionaris"),
    _("Wordt geraadpleegd bij zorgen over veiligheid; krijgt bericht als iemand naar een beschermd dossier zoekt."),
    "AF",
)
POLICY = _in_organisation(
    "beleid",
    _("Beleidsadviseur"),
    _("Ziet cijfers per gebied, veilig voor kleine aantallen, en schrijft raadsbrieven."),
    "BM",
)
PRIVACY_OFFICER = _in_organisation(
    "fg",
    _("Functionaris gegevensbescherming"),
    _("Houdt toezicht. Ziet eerst alleen wie wanneer keek, en cijfers per gebied; geen inhoud."),
    "FG",
)
ADMINISTRATOR = _in_organisation(
    "beheerder",
    _("Functioneel beheerder"),
    _("Richt organisaties, teams, accounts en gebieden in. Ziet geen inhoud van dossiers."),
    "FB",
)
ORGANISATION_ADMINISTRATOR = _in_organisation(
    "organisatiebeheerder",
    _("Beheerder van een organisatie"),
    _("Richt teams, accounts en rollen van de eigen organisatie in. Ziet geen inhoud van dossiers."),
    "OB",
)
LOG_MANAGER = _in_organisation(
    "logbeheerder",
    _("Logbeheerder"),
    _("Bewaart het logboek en controleert of het heel is. Ziet geen inhoud van dossiers."),
    "LB",
)
ARCHIVIST = _in_organisation(
    "archivaris",
    _("Archivaris"),
    _("Beslist over lijsten van wat bewaard of vernietigd wordt. Ziet geen inhoud van dossiers."),
    "AR",
)
PROJECT_LEADER = _in_organisation(
    "projectleider",
    _("Projectleider"),
    _("Trekt een pilot of werkgroep. Ziet aantallen deelnemers, overleggen en lessen; geen dossiers."),
    "TR",
)
COUNCIL = _in_organisation(
    "raad",
    _("Raad en college"),
    _("Leest raadsbrieven en gepubliceerde cijfers."),
    "RC",
    awaits="publication",
)
VOLUNTEER = _in_organisation(
    "vrijwilliger",
    _("Vrijwilliger"),
    _("Ziet de eigen afspraken en taken, en houdt bezoeken bij."),
    "VR",
    awaits="volunteers",
)
VOLUNTEER_COORDINATOR = _in_organisation(
    "vrijwilligerscoordinator",
    _("Coördinator van vrijwilligers"),
    _("Koppelt vrijwilligers aan vragen. Ziet geen plannen."),
    "VC",
    awaits="volunteers",
)

_GIVEN_IN_AN_ORGANISATION = (
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
    LOG_MANAGER,
    ARCHIVIST,
    PROJECT_LEADER,
    COUNCIL,
    VOLUNTEER,
    VOLUNTEER_COORDINATOR,
)
ORGANISATION_ROLES = {role.code: role for role in _GIVEN_IN_AN_ORGANISATION if not role.awaits}

ROLES = (*_GIVEN_IN_A_DOSSIER, *_GIVEN_IN_AN_ORGANISATION)
"""All of them, also those that nobody can have yet: what the role pages show."""
