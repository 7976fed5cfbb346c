"""Studies as their list and their page show them: for what, on which ground, until when, and who looks."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q

from kring.ground.access.actor import Actor
from kring.ground.access.roles import LEADER, RESEARCHER
from kring.ground.organisations.models import Organisation
from kring.ground.shared.verdict import Verdict
from kring.steering.studies.models import Researcher, Study
from kring.steering.studies.policy import may_decide, may_end, may_name, may_see_studies, may_use
from kring.steering.studies.rules.running import can_approve, can_end, phase

ORDER = ("running", "draft", "waiting", "over", "ended")


@dataclass(frozen=True, slots=True)
class StudyRow:
    """A study in the list. `mine`: the actor is on its list of names."""

    id: UUID
    title: str
    town: str
    phase: str
    started_on: date
    ended_on: date
    asked_by: str
    approved_by: str
    names: int
    mine: bool


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone by name: on the list of a study, or able to be put on it."""

    account: UUID
    name: str
    function: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class StudyView:
    """One study, and what the actor may do with it, each with its reason if not."""

    study: Study
    town: str
    phase: str
    days_left: int
    asked_by_me: bool
    names: tuple[Colleague, ...]
    use: Verdict
    approve: Verdict
    decide: Verdict
    end: Verdict
    name: Verdict

    @property
    def is_counted(self) -> bool:
        return self.study.counted_at is not None

    @property
    def counted_at(self) -> datetime | None:
        return self.study.counted_at


def studies_of(actor: Actor) -> tuple[StudyRow, ...]:
    """What runs first; then what waits for approval; what is over last."""
    may_see_studies(actor).enforce()
    named = Researcher.objects.filter(study=OuterRef("pk"), account_id=actor.id, ended_on=None)
    rows = (
        Study.objects.select_related("organisation")
        .annotate(names=Count("researchers", filter=Q(researchers__ended_on=None)), mine=Exists(named))
        .order_by("-started_on", "title", "id")
    )
    found = [
        StudyRow(
            id=row.id,
            title=row.title,
            town=row.organisation.name,
            phase=phase(row.state, row.started_on, row.ended_on, actor.today),
            started_on=row.started_on,
            ended_on=row.ended_on,
            asked_by=row.asked_by_name,
            approved_by=row.approved_by_name,
            names=row.names,
            mine=row.mine,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda row: ORDER.index(row.phase)))


def study_view(actor: Actor, study: Study) -> StudyView:
    may_see_studies(actor).enforce()
    rows = Researcher.objects.filter(study=study, ended_on=None).order_by("added_on", "name", "id")
    names = tuple(Colleague(row.account_id, row.name, since=row.added_on) for row in rows)
    named = any(one.account == actor.id for one in names)
    open_ = can_end(study.state)
    approvable = can_approve(study.state, study.ended_on, actor.today, asked_by=study.asked_by, approver=actor.id)
    return StudyView(
        study=study,
        town=study.organisation.name,
        phase=phase(study.state, study.started_on, study.ended_on, actor.today),
        days_left=(study.ended_on - actor.today).days,
        asked_by_me=study.asked_by == actor.id,
        names=names,
        use=may_use(actor, study, named=named),
        approve=may_decide(actor, study) and approvable,
        decide=may_decide(actor, study) and open_,
        end=may_end(actor, study) and open_,
        name=may_name(actor, study, named=named),
    )


def colleagues(study: Study) -> tuple[Colleague, ...]:
    """Who can be put on the list: they have a role with which one sees studies here."""
    with connection.cursor() as cursor:
        cursor.execute("select account, name, function from gate.researchers(%s)", [study.organisation_id])
        found = [Colleague(*row) for row in cursor.fetchall()]
    return tuple(sorted(found, key=lambda one: one.name))


def towns_to_ask_for(actor: Actor) -> tuple[tuple[UUID, str], ...]:
    """The municipalities for which the actor may ask for a study."""
    mine = actor.organisations(RESEARCHER.code, LEADER.code)
    return tuple(Organisation.objects.filter(id__in=mine).order_by("name").values_list("id", "name"))
