"""Lay a plan down: an immutable version, everyone's opinion, and the day to look back (BR-015, BR-019, BR-020)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.models import Involvement
from kring.ground.access.parts import Part
from kring.ground.access.roles import TEAM_PROFESSIONAL
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import add_task, finish_clock, notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.lasting import in_force
from kring.ground.shared.verdict import Refused
from kring.practice.familiegroepsplan.rules.states import WAIVED
from kring.practice.leads.policy import FAMILY, LEADING
from kring.practice.leads.queries import DossierHead, dossier_head
from kring.practice.leads.rules import Problem, enforce
from kring.practice.plans.models import Plan, PlanVariant, PlanVersion, Position
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import WorkingPlan, table_now, working_plan
from kring.practice.plans.queries.around import parties_of
from kring.practice.plans.queries.frozen import content, readiness
from kring.practice.plans.rules.agreeing import Opinion, heard, is_asked, missing, opinion_problems
from kring.practice.plans.rules.content import digest
from kring.practice.plans.rules.lifecycle import Seen, Talk, table_problems, usual_variant, variant_problems
from kring.practice.plans.rules.oral import WRITTEN
from kring.practice.plans.services.discussing import NOTHING_SEEN, talked_over

EVALUATION = "evaluatie"
"""The clock of the agenda that runs to the day on which the plan is looked back on."""


class Overtaken(Refused):
    """The plan was laid down since the actor looked at it: by somebody else, or by a second press of the button."""

    def __init__(self, number: int, by: str) -> None:
        super().__init__(_("Dit plan is net vastgesteld door %(who)s.") % {"who": by})
        self.number = number


def agree(
    *,
    actor: Actor,
    dossier: UUID,
    opinions: Iterable[Opinion],
    seen: Seen = NOTHING_SEEN,
    variant: str = "",
    discussed_on: date | None = None,
) -> PlanVersion:
    """The next version. Disagreement does not stop it: it is shown in the plan.

    Another last version than the actor saw is `Overtaken`; what somebody changed since it was `seen` is read first.
    Without a `variant` it is the plan that it was. Without an earlier talk about what stands there now, this is the
    talk: with everybody who was asked.
    """
    head = dossier_head(actor, dossier)
    may(Deed.AGREE, head.roles if head else frozenset()).enforce()
    assert head is not None, "a role in a dossier comes with its face"
    _one_at_a_time(dossier, seen)
    plan, given = working_plan(actor, dossier), tuple(opinions)
    enforce(table_problems(seen, table_now(head, plan, actor.today)))
    enforce(missing(readiness(head, plan), actor.today))
    enforce(opinion_problems(given, asked_members(head), foster_carers(head)))
    variant = variant or usual_variant(plan.last_variant, gi_leads=head.gi_leads)
    enforce(problems_of_variant(head, plan, variant))
    talk = talked_over(actor, head, plan, Talk(discussed_on or actor.today, heard(given)))
    version = _version(actor, head, plan, given, Agreed(variant, talk))
    version.save(force_insert=True)
    Position.objects.bulk_create(_position(actor, version, one) for one in given)
    note_deed("plans.plan_agreed", Part.PLAN, event=Event.CREATE, dossier=dossier)
    _plan_to_look_back(actor, head, plan)
    _tell(actor, dossier)
    return version


def asked_members(head: DossierHead) -> frozenset[UUID]:
    """The members who are asked what they think: everyone from twelve."""
    return frozenset(member.subject for member in head.members if is_asked(member.age))


def foster_carers(head: DossierHead) -> frozenset[UUID]:
    """The members who agree to the part about their own role (BR-013)."""
    return frozenset(member.subject for member in head.members if member.is_foster_carer)


def problems_of_variant(head: DossierHead, plan: WorkingPlan, variant: str) -> list[Problem]:
    """What keeps the plan as it stands from being of this kind."""
    texts = plan.texts
    return variant_problems(
        variant, PlanVariant.values, texts.familiegroepsplan, texts.concerns, gi_leads=head.gi_leads
    )


def _one_at_a_time(dossier: UUID, seen: Seen) -> None:
    """Who comes second waits for the first, and then sees the version that was made."""
    Plan.objects.select_for_update().filter(dossier_id=dossier).first()
    last = PlanVersion.objects.filter(dossier_id=dossier).order_by("-number").first()
    if last is not None and seen.number is not None and last.number != seen.number:
        raise Overtaken(last.number, last.agreed_by_name)


@dataclass(frozen=True, slots=True)
class Agreed:
    """As what the plan is laid down, and after which talk."""

    variant: str
    talk: Talk


def _version(
    actor: Actor, head: DossierHead, plan: WorkingPlan, opinions: tuple[Opinion, ...], as_: Agreed
) -> PlanVersion:
    by = own_name(actor)
    parties = parties_of(actor, head.id)
    held = content(head, plan, parties, on=actor.today, by=by, opinions=opinions, variant=as_.variant, talk=as_.talk)
    return PlanVersion(
        dossier_id=head.id,
        number=held["number"],
        agreed_on=actor.today,
        agreed_by=actor.id,
        agreed_by_name=by,
        variant=as_.variant,
        content=held,
        sha256=digest(held),
    )


def _position(actor: Actor, version: PlanVersion, opinion: Opinion) -> Position:
    return Position(
        dossier_id=version.dossier_id,
        version=version,
        name=opinion.name,
        position=opinion.position,
        remark=opinion.remark.strip(),
        said_on=actor.today,
        written_by=actor.id,
        written_at=actor.at,
    )


def _plan_to_look_back(actor: Actor, head: DossierHead, plan: WorkingPlan) -> None:
    """The earlier evaluation is done with this version; the next is a task of the regisseur."""
    for clock in (EVALUATION, WAIVED, WRITTEN):
        finish_clock(actor=actor, dossier=head.id, clock=clock)
    if head.lead is not None:
        add_task(
            actor=actor,
            account=head.lead.account,
            clock=EVALUATION,
            title="Kijk samen terug op het plan",
            dossier=head.id,
            due_on=plan.texts.evaluation_on,
        )


def _tell(actor: Actor, dossier: UUID) -> None:
    """Everyone who works with this plan hears that there is a new one; what it says stands in the plan."""
    roles = LEADING | FAMILY | {TEAM_PROFESSIONAL.code}
    involved = Involvement.objects.filter(in_force(actor.at), dossier_id=dossier, role__in=roles)
    involved = involved.exclude(account_id=actor.id)
    for account in involved.order_by("account_id").values_list("account_id", flat=True).distinct():
        notify(account=account, kind=NoticeKind.PLAN_AGREED, dossier=dossier)
