"""The parts of the permission table. One table is one part: row-level security hides rows, not columns."""

from enum import StrEnum

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.protection import Scope


class Part(StrEnum):
    """Each member: the name that policies and grants use, its scope, whether it is split by law, and its Dutch name."""

    scope: Scope
    by_law: bool
    label: str

    def __new__(cls, value: str, scope: Scope, label: str, by_law: bool = False) -> "Part":
        member = str.__new__(cls, value)
        member._value_ = value
        member.scope = scope
        member.label = label
        member.by_law = by_law
        return member

    DOSSIER_FACE = "dossier_face", Scope.DOSSIER, "naam en stand van het dossier"
    PARTY = "party", Scope.DOSSIER, "wie er betrokken zijn"
    LEAD = "lead", Scope.DOSSIER, "regisseur en achtervang"
    QUESTION = "question", Scope.DOSSIER, "de vraag in eigen woorden"
    PLAN = "plan", Scope.DOSSIER, "plan, doelen en versies"
    ACTION = "action", Scope.DOSSIER, "acties"
    SCORE = "score", Scope.DOSSIER, "cijfers"
    SHARING = "sharing", Scope.DOSSIER, "wat gedeeld wordt en op welke grond"
    TASK = "task", Scope.DOSSIER, "taken en termijnen"
    DOCUMENT = "document", Scope.DOSSIER, "documenten"
    NETWORK = "network", Scope.DOSSIER, "de kring en de stamboom"
    HOME = "home", Scope.DOSSIER, "wie waar woont en wie gezag heeft, zoals verteld"
    CONTACT_NOTE = "contact_note", Scope.DOSSIER, "contactmomenten"
    SAFETY_AGREEMENT = "safety_agreement", Scope.DOSSIER, "afspraken over veiligheid"
    MELDCODE = "meldcode", Scope.DOSSIER, "meldcode en notities over veiligheid"
    CHILD_TALK = "child_talk", Scope.DOSSIER, "vertrouwelijk gesprek met een kind"
    WITHHOLDING = "withholding", Scope.DOSSIER, "wat tijdelijk is achtergehouden"

    PERSON = "person", Scope.SUBJECT, "naam"
    PERSON_IDENTITY = "person_identity", Scope.SUBJECT, "geboortedatum en geslacht"
    PERSON_BSN = "person_bsn", Scope.SUBJECT, "burgerservicenummer"
    PERSON_ADDRESS = "person_address", Scope.SUBJECT, "adres"
    PERSON_CONTACT = "person_contact", Scope.SUBJECT, "telefoon en e-mail"
    RELATION = "relation", Scope.SUBJECT, "familieband en gezag"
    PROVISION = "provision", Scope.SUBJECT, "voorzieningen", True
    PROVISION_COST = "provision_cost", Scope.SUBJECT, "kosten van voorzieningen", True
    DOMAIN_FILE = "domain_file", Scope.SUBJECT, "dossier per wet", True
    TOLD_HELP = "told_help", Scope.SUBJECT, "hulp, zoals het gezin die vertelt", True
    ACCESS_LOG = "access_log", Scope.SUBJECT, "wie er keek"

    STAFF = "staff", Scope.ORGANISATION, "collega’s en teams"
    CASELOAD = "caseload", Scope.ORGANISATION, "welke dossiers een team heeft"
    DELIVERY = "delivery", Scope.ORGANISATION, "leveringen en hun verslag, zonder personen"
    REGISTER = "register", Scope.ORGANISATION, "personen die niet zeker te koppelen zijn"
    STUDY = "study", Scope.ORGANISATION, "onderzoeken"
    FIGURES = "figures", Scope.ORGANISATION, "cijfers per gebied"
    PILOT = "pilot", Scope.ORGANISATION, "pilots"
    COUNCIL_LETTER = "council_letter", Scope.ORGANISATION, "raadsbrieven"
    DATA_REQUEST = "data_request", Scope.ORGANISATION, "verzoeken over iemands gegevens"
    BREACH = "breach", Scope.ORGANISATION, "datalekken"
    RETENTION = "retention", Scope.ORGANISATION, "lijsten van wat vernietigd wordt"
    SETTINGS = "settings", Scope.ORGANISATION, "beheer"


DOSSIER_PARTS = tuple(part for part in Part if part.scope is Scope.DOSSIER)
SUBJECT_PARTS = tuple(part for part in Part if part.scope is Scope.SUBJECT)
ORGANISATION_PARTS = tuple(part for part in Part if part.scope is Scope.ORGANISATION)

LEVELLED_PARTS = (
    Part.PERSON_ADDRESS,
    Part.PERSON_CONTACT,
    Part.QUESTION,
    Part.PLAN,
    Part.ACTION,
    Part.SCORE,
    Part.DOCUMENT,
    Part.CONTACT_NOTE,
)
"""Parts with a level on each row: the only ones in which something can stand at level 3 or 4."""
PROTECTED_PARTS = (Part.SAFETY_AGREEMENT, Part.MELDCODE, Part.CHILD_TALK)
"""Parts of safety, whole at level 3: by role for who leads and who is consulted, for others by name (BR-072)."""


class Law(Labelled):
    """The laws whose files stay apart (handbook §0.1-2); `label` is what a person reads."""

    JEUGDWET = "jeugdwet", "Jeugdwet"
    WMO = "wmo", "Wmo"
    PARTICIPATIEWET = "participatiewet", "Participatiewet"
    SCHULDHULP = "schuldhulp", "Schuldhulpverlening"
    LEERPLICHT = "leerplicht", "Leerplicht en onderwijs"
    ZVW = "zvw", "Zorgverzekeringswet"
    WLZ = "wlz", "Wet langdurige zorg"
    OTHER = "overig", "Overig"
