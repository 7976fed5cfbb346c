"""Every life cycle of the product: its steps as the rules hold them, where it begins, and the words of the screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices

from kring.ground.access.sharing_rules import TRANSITIONS, SharingState
from kring.ground.shared.labelled import Labelled
from kring.oversight.retention.models import ListState
from kring.oversight.retention.rules import lists as retention
from kring.oversight.rights import rules as rights
from kring.oversight.rights.models import RequestState
from kring.practice.course.rules.states import STEPS, Stage
from kring.practice.familiegroepsplan.models import OwnPlanState
from kring.practice.familiegroepsplan.rules.states import FIRST
from kring.practice.familiegroepsplan.rules.states import STEPS as OWN_PLAN_STEPS
from kring.practice.investigation.rules import steps as investigating
from kring.practice.plans.models import ActionState, GoalState, VersionState
from kring.practice.plans.rules.lifecycle import CONCEPT, VERSION_STEPS
from kring.practice.plans.rules.states import ACTION_STEPS, GOAL_STEPS, NEEDS_REASON
from kring.practice.safety.models import AgreementState, TrackState
from kring.practice.safety.rules.agreements import AGREEMENT_STEPS, DRAFT, ENDED
from kring.practice.safety.rules.track import TRACK_STEPS
from kring.practice.statements.rules import REMARK_STEPS, RemarkState
from kring.steering.studies.models import StudyState
from kring.steering.studies.rules import running


@dataclass(frozen=True, slots=True)
class Machine:
    """`steps` goes from a state to those that may follow; a state that is no key is an end. `why`: needs a reason."""

    title: str
    start: frozenset[str]
    steps: Mapping[str, frozenset[str]]
    words: Mapping[str, str]
    why: frozenset[str] = frozenset()

    @property
    def states(self) -> frozenset[str]:
        return self.start | frozenset(self.steps) | frozenset(then for after in self.steps.values() for then in after)

    @property
    def reachable(self) -> frozenset[str]:
        reached, fresh = set(self.start), set(self.start)
        while fresh:
            fresh = {then for now in fresh for then in self.steps.get(now, frozenset())} - reached
            reached |= fresh
        return frozenset(reached)


def _words(choices: type[TextChoices]) -> dict[str, str]:
    return {value: str(label) for value, label in choices.choices}


def _labels(states: type[Labelled]) -> dict[str, str]:
    return {one.value: str(one.label) for one in states}


COURSE = {one.value: one.label for one in Stage}
"""Where a family is, derived from what is there."""

SHARING: Mapping[str, frozenset[str]] = {now.value: frozenset(after) for now, after in TRANSITIONS.items()}

MACHINES = (
    Machine("Gezin en regie", frozenset({"named"}), STEPS, COURSE),
    Machine("Familiegroepsplan", FIRST, OWN_PLAN_STEPS, _words(OwnPlanState)),
    Machine("Doel", frozenset({"proposed", "active"}), GOAL_STEPS, _words(GoalState), NEEDS_REASON),
    Machine("Actie", frozenset({"proposed", "agreed"}), ACTION_STEPS, _words(ActionState), NEEDS_REASON),
    Machine("Planversie", frozenset({CONCEPT}), VERSION_STEPS, _words(VersionState)),
    Machine(
        "Wmo-onderzoek",
        frozenset({investigating.State.REPORTED}),
        investigating.STEPS,
        _labels(investigating.State),
        frozenset(investigating.NEEDS_REASON),
    ),
    Machine("Veiligheidsafspraak", frozenset({DRAFT}), AGREEMENT_STEPS, _words(AgreementState), frozenset({ENDED})),
    Machine("Meldcode", frozenset({"step1"}), TRACK_STEPS, _words(TrackState)),
    Machine("Dit klopt niet", frozenset({RemarkState.SAID}), REMARK_STEPS, _labels(RemarkState)),
    Machine("Deelbesluit", frozenset({SharingState.CONCEPT, SharingState.TAKEN}), SHARING, _labels(SharingState)),
    Machine("Onderzoek", frozenset({running.DRAFT}), running.TRANSITIONS, _words(StudyState)),
    Machine("Verzoek over gegevens", frozenset({"received"}), rights.NEXT, _words(RequestState)),
    Machine("Vernietigingslijst", frozenset({"empty", "drawn"}), retention.NEXT, _words(ListState)),
)
