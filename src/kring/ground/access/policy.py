"""Who may change rights. Reading is decided by the grants in the database; these are the deeds."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.keys import pair_key
from kring.ground.access.models import (
    Account,
    Dossier,
    EmergencyPurpose,
    Grant,
    Involvement,
    NamedReader,
    SecondAnswer,
    Withholding,
)
from kring.ground.access.parts import Part
from kring.ground.access.roles import (
    ADMINISTRATOR,
    ADULT,
    CHOOSER,
    CONSULTED,
    DATA_STEWARD,
    DEPUTY,
    FAMILY_ROLES,
    JOINING,
    LEADER,
    ORGANISATION_ADMINISTRATOR,
    PRIVACY_OFFICER,
    REGISSEUR,
    SAFEGUARDING,
    TEAM_PROFESSIONAL,
    YOUTH,
)
from kring.ground.access.rules import can_ask_longer
from kring.ground.shared.lasting import in_force
from kring.ground.shared.levels import Level
from kring.ground.shared.protection import SHARED_LEVELS_UP_TO, Writes
from kring.ground.shared.verdict import YES, Verdict, no

ADMINISTRATORS = (ADMINISTRATOR.code, ORGANISATION_ADMINISTRATOR.code)
"""The functional administrator, and who administers one organisation only; neither sees content of a dossier."""

WITH_A_TASK = (REGISSEUR.code, DEPUTY.code, TEAM_PROFESSIONAL.code)
SECONDS = (*WITH_A_TASK, CONSULTED.code)
"""Whose judgement is asked before something is withheld from a client."""
NO_EMERGENCY = frozenset({ADMINISTRATOR.code, "organisatiebeheerder", "logbeheerder", "archivaris", DATA_STEWARD.code})
"""Who administers: rights over accounts or data never open the content of a dossier."""


def may_administer(actor: Actor, organisation: UUID | None) -> Verdict:
    """Accounts, teams and roles of an organisation: its own or functional administrator, or the first set-up."""
    if actor.is_system or organisation in actor.organisations(*ADMINISTRATORS):
        return YES
    return no(_("Alleen de beheerder van deze organisatie mag dit."))


def may_administer_all(actor: Actor) -> Verdict:
    """Which organisations and areas there are belongs to the co-operation: a functional administrator, anywhere."""
    if actor.is_system or actor.organisations(ADMINISTRATOR.code):
        return YES
    return no(_("Alleen een functioneel beheerder mag dit. Vraag het de functioneel beheerder van uw gemeente."))


def may_open_dossier(actor: Actor, controller: UUID) -> Verdict:
    """Naming a household is a second, logged step of the process director or team leader."""
    if actor.has_role(CHOOSER.code, controller) or actor.has_role(LEADER.code, controller):
        return YES
    return no(_("Alleen een procesregisseur of teamleider van deze gemeente mag een huishouden op naam brengen."))


def may_appoint(actor: Actor, dossier: Dossier) -> Verdict:
    """The regisseur and everyone else with a role: process director or team leader of the controller."""
    if actor.has_role(CHOOSER.code, dossier.controller_id) or actor.has_role(LEADER.code, dossier.controller_id):
        return YES
    return no(_("Alleen een procesregisseur of teamleider van deze gemeente mag iemand een rol in dit dossier geven."))


def may_give_role(actor: Actor, dossier: Dossier, role: str) -> Verdict:
    """Who leads asks a professional to join; every other role comes from who appoints."""
    return may_bring_in(actor, dossier) if role in JOINING else may_appoint(actor, dossier)


def may_bring_in(actor: Actor, dossier: Dossier) -> Verdict:
    if _leads_or_appoints(actor, dossier):
        return YES
    return no(_("Alleen de regisseur of de achtervang vraagt een professional erbij."))


def may_write_parties(actor: Actor, dossier: UUID) -> Verdict:
    """Who is who round the family: a professional who leads (handbook §3.2, §5)."""
    if is_involved(actor, dossier, REGISSEUR.code, DEPUTY.code):
        return YES
    return no(_("Alleen de regisseur en de achtervang schrijven op welke professionals er om het gezin staan."))


def may_record_family_answer(actor: Actor, dossier: UUID) -> Verdict:
    """What the family answers is written down by whoever leads; who named the household waits for a regisseur."""
    if is_involved(actor, dossier, REGISSEUR.code, DEPUTY.code):
        return YES
    return no(_("Alleen de regisseur of de achtervang legt vast wat het gezin antwoordt."))


def own_sharing_keys(actor: Actor, dossier: UUID) -> frozenset[UUID]:
    """The pairs of this dossier on whose sharing the actor decides as family, and the dossier for what is of all.

    Adults and young people from twelve for themselves, who has authority for a child; what is of all together is for
    adults and young people from sixteen. Grants say who that is: they follow age and authority (BR-084, BR-087).
    """
    mine = Grant.objects.filter(
        account_id=actor.id, part=Part.SHARING, dossier_id=dossier, source__in=FAMILY_ROLES, valid_from__lte=actor.at
    )
    rows = mine.exclude(valid_until__lte=actor.at).values_list("key", "source")
    return frozenset(key for key, source in rows if key != dossier or source in {ADULT.code, YOUTH.code})


def may_decide_own_sharing(actor: Actor, dossier: UUID, subject: UUID | None) -> Verdict:
    """On what is shared about oneself, about a child under the own authority, or (None) about all together."""
    if (pair_key(dossier, subject) if subject else dossier) in own_sharing_keys(actor, dossier):
        return YES
    return no(_("U beslist over wat er over uzelf gedeeld wordt, of over een kind waarover u het gezag hebt."))


def may_keep_circle(actor: Actor, dossier: UUID) -> Verdict:
    """The family and who leads write who stands round it (handbook §5); their grants say who that is."""
    mine = Grant.objects.filter(
        account_id=actor.id, part=Part.NETWORK, key=dossier, writes=Writes.ALL, valid_from__lte=actor.at
    )
    if mine.exclude(valid_until__lte=actor.at).exists():
        return YES
    return no(_("Alleen het gezin zelf, en de regisseur, schrijven op wie er om het gezin staan."))


def may_shield(actor: Actor, dossier: Dossier, level: Level) -> Verdict:
    """Who leads and the safeguarding officer raise a shield; only the latter lowers it (handbook §5: RW and RWA)."""
    if actor.has_role(SAFEGUARDING.code, dossier.controller_id):
        return YES
    if level < dossier.shield:
        return no(_("Alleen de aandachtsfunctionaris van deze gemeente verlaagt een bescherming."))
    if is_involved(actor, dossier.id, REGISSEUR.code, DEPUTY.code):
        return YES
    return no(_("Alleen de regisseur, de achtervang of de aandachtsfunctionaris beschermt een dossier."))


def may_see_shield(actor: Actor, dossier: Dossier) -> Verdict:
    """What is shielded in a dossier, and who reads it: who leads, and the safeguarding officer of the controller."""
    if actor.has_role(SAFEGUARDING.code, dossier.controller_id):
        return YES
    if is_involved(actor, dossier.id, REGISSEUR.code, DEPUTY.code):
        return YES
    return no(_("Alleen de regisseur, de achtervang en de aandachtsfunctionaris zien wat hier beschermd is."))


def may_name_reader(actor: Actor, dossier: Dossier, account: UUID) -> Verdict:
    """Condition 20: named by who leads or by the safeguarding officer; nobody opens a shield for oneself."""
    if account == actor.id:
        return no(_("U wijst uzelf niet aan. Vraag het de achtervang, de regisseur of de aandachtsfunctionaris."))
    return may_see_shield(actor, dossier)


def may_end_named_reader(actor: Actor, dossier: Dossier, reader: NamedReader, *, is_officer: bool) -> Verdict:
    """The safeguarding officer ends any; who leads ends all but hers."""
    if actor.has_role(SAFEGUARDING.code, dossier.controller_id):
        return YES
    if is_officer and reader.account_id != actor.id:
        return no(_("Alleen de aandachtsfunctionaris stopt het lezen van een aandachtsfunctionaris."))
    return may_see_shield(actor, dossier)


def may_invite(actor: Actor, account: Account, dossier: Dossier | None) -> Verdict:
    """A colleague or external professional: their administrator. A member of a family: who leads or appoints."""
    if dossier is None or account.subject_id is None:
        return may_administer(actor, account.organisation_id)
    return may_let_in(actor, dossier)


def may_let_in(actor: Actor, dossier: Dossier) -> Verdict:
    """A member of the family gets an own account from who leads, or from who appoints (ADR 11)."""
    if _leads_or_appoints(actor, dossier):
        return YES
    return no(_("Alleen de regisseur of de achtervang nodigt iemand van het gezin uit."))


def _leads_or_appoints(actor: Actor, dossier: Dossier) -> bool:
    return is_involved(actor, dossier.id, REGISSEUR.code, DEPUTY.code) or bool(may_appoint(actor, dossier))


def may_break_glass(actor: Actor, controller: UUID, purpose: EmergencyPurpose) -> Verdict:
    """A professional with a task for this municipality, or who watches over safety; never who administers (BR-104).

    The privacy officer for oversight only, and nobody else for that (handbook §5, condition 9).
    """
    if purpose is EmergencyPurpose.OVERSIGHT:
        return may_judge_emergency(actor, controller)
    if any(role in NO_EMERGENCY for role, _organisation in actor.roles):
        return no(_("Met een beheerrol gebruikt u de noodknop niet. Bel de regisseur of de aandachtsfunctionaris."))
    if actor.has_role(SAFEGUARDING.code, controller):
        return YES
    mine = Involvement.objects.filter(in_force(actor.at), account_id=actor.id, role__in=WITH_A_TASK)
    if mine.filter(dossier__controller_id=controller).exists():
        return YES
    return no(_("De noodknop is voor professionals met een taak bij gezinnen, en voor de aandachtsfunctionaris."))


def may_judge_emergency(actor: Actor, organisation: UUID) -> Verdict:
    if actor.has_role(PRIVACY_OFFICER.code, organisation):
        return YES
    return no(_("Alleen de functionaris gegevensbescherming van deze gemeente mag dit."))


def may_withhold(actor: Actor, dossier: UUID) -> Verdict:
    """A professional with a task in this dossier (BR-073)."""
    if is_involved(actor, dossier, *WITH_A_TASK):
        return YES
    return no(_("Alleen een professional met een taak in dit dossier houdt iets achter."))


def can_be_second(actor: Actor, dossier: UUID, second: UUID) -> Verdict:
    """Another professional who works on this dossier too, or is consulted about it."""
    there = Involvement.objects.filter(in_force(actor.at), dossier_id=dossier, account_id=second, role__in=SECONDS)
    if second != actor.id and there.exists():
        return YES
    return no(_("Vraag een andere professional die ook aan dit dossier werkt."))


def can_last_longer(actor: Actor, withholding: Withholding) -> Verdict:
    """Whether it may be asked now, by who withholds."""
    is_over = withholding.ended_at is not None and withholding.ended_at <= actor.at
    return can_ask_longer(
        holds=withholding.answer == SecondAnswer.AGREES and not is_over,
        refused=withholding.longer_answer == SecondAnswer.DISAGREES,
        is_asked=withholding.asks_longer,
        review_on=withholding.review_on,
        today=actor.today,
    )


def can_be_second_for_longer(actor: Actor, withholding: Withholding, second: UUID) -> Verdict:
    """Nor who asked it in the first place: that is no other opinion."""
    if second == withholding.asked_by:
        return no(_("Vraag iemand anders dan wie dit zelf heeft gevraagd."))
    return can_be_second(actor, withholding.dossier_id, second)


def may_answer_withholding(actor: Actor, withholding: Withholding) -> Verdict:
    """Who was asked about it as it is now: about withholding, or about withholding longer."""
    second = withholding.longer_second_id if withholding.asks_longer else withholding.second_id
    if second == actor.id and is_involved(actor, withholding.dossier_id, *SECONDS):
        return YES
    return no(_("Alleen de tweede professional geeft hier antwoord."))


def levels_written(actor: Actor, dossier: UUID, part: Part) -> tuple[Level, ...]:
    """The levels at which the actor adds to this part here, by what it writes: 3 and 4 go by name."""
    grants = Grant.objects.filter(account_id=actor.id, part=part, key=dossier, valid_from__lte=actor.at)
    highest = set(
        grants.filter(writes__gt=Writes.NOTHING).exclude(valid_until__lte=actor.at).values_list("max_level", flat=True)
    )
    shared = max((level for level in highest if level <= SHARED_LEVELS_UP_TO), default=-1)
    return tuple(level for level in Level if level in highest or Level.CONTACT < level <= shared)


def is_involved(actor: Actor, dossier: UUID, *roles: str) -> bool:
    """Does the actor have one of these roles in the dossier now?"""
    mine = Involvement.objects.filter(in_force(actor.at), dossier_id=dossier, account_id=actor.id, role__in=roles)
    return mine.exists()
