"""One large plan among the families of the bench: eight goals, sixty actions, figures of two, twelve versions."""

from datetime import date, datetime, timedelta
from uuid import UUID

from kring.ground.access.actor import Actor, acting, roles_of
from kring.ground.access.models import Account, AccountKind
from kring.ground.audit.trail import recording
from kring.practice.familiegroepsplan.models import Familiegroepsplan, Outcome, OwnPlanState
from kring.practice.leads.queries import dossier_head
from kring.practice.plans.models import Action, Goal, Plan, Score
from kring.practice.plans.rules.agreeing import Opinion
from kring.practice.plans.services import agree
from kring.practice.plans.services.agreeing import asked_members

AREAS = ("money", "school", "housing", "family", "health", "work", "leisure", "caring")
KINDS = ("family", "network", "volunteer", "professional")
ACTIONS, VERSIONS = 60, 12
FIGURES = (2, 4, 6)
VOICES = (("Moeder", "family"), ("Jorien Smit", "professional"))


def grow(dossier: UUID, at: datetime) -> None:
    """As the server's superuser, over whatever plan there was."""
    day = at.date()
    for rows in (Score, Action, Goal):
        rows.objects.filter(dossier=dossier).delete()
    goals = [_goal(dossier, area, place, day) for place, area in enumerate(AREAS)]
    Goal.objects.bulk_create(goals)
    Action.objects.bulk_create(_action(goals[n % len(goals)], n, day) for n in range(ACTIONS))
    Score.objects.bulk_create(
        _figure(goal, voice, value, at) for goal in goals for voice in VOICES for value in (2, 4, 6)
    )
    Plan.objects.filter(dossier=dossier).update(
        strengths="We eten elke avond samen.",
        evaluation_on=day + timedelta(weeks=6),
        contact="Jorien Smit",
    )
    Familiegroepsplan.objects.create(
        dossier_id=dossier, state=OwnPlanState.WAIVED, ground=Outcome.NOT_WISHED, offered_on=day, answered_on=day,
        written_by=dossier, written_at=at,
    )  # fmt: skip


def agree_often(account: Account, dossier: UUID, at: datetime) -> None:
    """Twelve times the same plan, as the application's role: what is measured is the page beside them."""
    with acting(Actor(account.id, AccountKind.ACCOUNT, at)):
        actor = Actor(account.id, AccountKind.ACCOUNT, at, roles_of(account.id, at))
    for _number in range(VERSIONS):
        with recording("bench"), acting(actor, dossier=dossier):
            head = dossier_head(actor, dossier)
            assert head is not None
            asked = asked_members(head)
            opinions = [Opinion(one.name, "agrees", "", one.subject) for one in head.members if one.subject in asked]
            agree(actor=actor, dossier=dossier, opinions=opinions)


def _goal(dossier: UUID, area: str, place: int, day: date) -> Goal:
    return Goal(
        dossier_id=dossier, own_words=f"Dat het over een jaar beter gaat: {area}", speaker="Moeder",
        measure="Elke week een keer, acht weken lang", life_area=area, began_on=day, order=place,
    )  # fmt: skip


def _action(goal: Goal, number: int, day: date) -> Action:
    kind = KINDS[number % len(KINDS)]
    asked = {"informal_first": "no", "informal_reason": "expertise"} if kind == "professional" else {}
    return Action(
        dossier_id=goal.dossier_id, goal=goal, what=f"Samen stap {number} zetten", doer_kind=kind,
        doer_name="Moeder" if kind == "family" else f"Persoon {number % 9}",
        due_on=day + timedelta(days=number - 10), **asked,
    )  # fmt: skip


def _figure(goal: Goal, voice: tuple[str, str], value: int, at: datetime) -> Score:
    return Score(
        dossier_id=goal.dossier_id, goal=goal, giver=voice[0], giver_kind=voice[1], value=value,
        given_on=at.date() - timedelta(weeks=8 - value), written_by=goal.dossier_id, written_at=at,
    )  # fmt: skip
