"""Who asks, approves and uses a study. A role opens the list; only a name in a running study opens its households."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.roles import CHOOSER, LEADER, PRIVACY_OFFICER, RESEARCHER
from kring.ground.shared.verdict import YES, Verdict, no
from kring.steering.studies.models import Researcher, Study
from kring.steering.studies.rules.running import can_name, can_use

READERS = (RESEARCHER, CHOOSER, LEADER, PRIVACY_OFFICER)


def may_see_studies(actor: Actor) -> Verdict:
    """That there are studies, what they are for and who looks."""
    if actor.organisations(*(role.code for role in READERS)):
        return YES
    return no(_("Onderzoeken zijn voor onderzoekers, de procesregisseur, de teamleider en de privacyfunctionaris."))


def may_ask_study(actor: Actor, organisation: UUID) -> Verdict:
    if actor.has_role(RESEARCHER.code, organisation) or actor.has_role(LEADER.code, organisation):
        return YES
    return no(_("Alleen een onderzoeker of teamleider van deze gemeente vraagt een onderzoek aan."))


def may_decide(actor: Actor, study: Study) -> Verdict:
    """Approving, and saying who looks: not a right of who does the research."""
    if actor.has_role(CHOOSER.code, study.organisation_id):
        return YES
    return no(_("Alleen de procesregisseur van deze gemeente beslist over een onderzoek."))


def may_end(actor: Actor, study: Study) -> Verdict:
    """Also who asked may withdraw a request that is still a draft."""
    if study.state == "draft" and study.asked_by == actor.id:
        return YES
    return may_decide(actor, study)


def may_use(actor: Actor, study: Study, *, named: bool | None = None) -> Verdict:
    """See the households under pseudonym. The database asks the same again, whatever the query.

    `named`: whether the actor is on the study's list, where that is known already.
    """
    runs = can_use(study.state, study.started_on, study.ended_on, actor.today)
    if not runs:
        return runs
    if _is_named(actor, study) if named is None else named:
        return YES
    return no(_("U staat niet op naam bij dit onderzoek. De procesregisseur kan u toevoegen."))


def may_name(actor: Actor, study: Study, *, already: bool = False, named: bool | None = None) -> Verdict:
    """Naming a household is a second, logged step of a second person."""
    town = study.organisation_id
    if not (actor.has_role(CHOOSER.code, town) or actor.has_role(LEADER.code, town)):
        return no(
            _("Een huishouden op naam brengen doet de procesregisseur of teamleider. Geef het pseudoniem aan hen door.")
        )
    uses = may_use(actor, study, named=named)
    return uses and can_name(asked_by=study.asked_by, namer=actor.id, already=already)


def may_record_objection(actor: Actor) -> Verdict:
    if actor.organisations(PRIVACY_OFFICER.code, CHOOSER.code):
        return YES
    return no(_("De privacyfunctionaris of de procesregisseur legt een bezwaar tegen onderzoek vast."))


def _is_named(actor: Actor, study: Study) -> bool:
    return Researcher.objects.filter(study=study, account_id=actor.id, ended_on=None).exists()
