"""What the family writes or brings: put right by who wrote it, taken back, and no more once the plan is in (BR-014)."""

from hashlib import sha256
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.documents.rules import can_add, file_type
from kring.ground.shared.verdict import Refused
from kring.practice.familiegroepsplan.models import Contribution, ContributionKind, Familiegroepsplan, OwnPlanState
from kring.practice.familiegroepsplan.policy import Deed, may
from kring.practice.familiegroepsplan.rules.states import MAKING
from kring.practice.familiegroepsplan.rules.words import OwnWords, can_bring, meeting_problems
from kring.practice.leads.policy import LEADING, roles_in
from kring.practice.leads.rules import enforce

CHANGED = ("worries", "well", "steps", "given_by", "held_on", "withdrawn_at")


def bring(
    *,
    actor: Actor,
    own_plan: Familiegroepsplan,
    words: OwnWords,
    content: bytes = b"",
    kind: ContributionKind = ContributionKind.WORDS,
) -> Contribution:
    """Words, a photo or a file, or a meeting that was held. With the first of them the family has begun."""
    may(Deed.BRING, roles_in(actor, own_plan.dossier_id)).enforce()
    _enforce_making(own_plan.state)
    _enforce_words(actor, kind, words, content)
    row = Contribution(
        dossier_id=own_plan.dossier_id, own_plan=own_plan, kind=kind, written_by=actor.id, written_at=actor.at,
        **_fields(words), **_file(content),
    )  # fmt: skip
    row.save(force_insert=True)
    _begin(actor, own_plan)
    note_deed("familiegroepsplan.brought", Part.QUESTION, event=Event.CREATE, dossier=row.dossier_id)
    return row


def correct_contribution(*, actor: Actor, contribution: Contribution, words: OwnWords) -> None:
    """Other words by who wrote them; the file stays what it is."""
    _enforce_own(actor, contribution)
    _enforce_words(actor, ContributionKind(contribution.kind), words, b"x" * bool(contribution.media_type))
    Contribution.objects.filter(id=contribution.id).update(**_fields(words))
    note_deed("familiegroepsplan.contribution_corrected", Part.QUESTION, dossier=contribution.dossier_id)


def withdraw_contribution(*, actor: Actor, contribution: Contribution) -> None:
    """Taken back by who wrote it, or by whoever leads at their request. Nobody reads it any more."""
    _enforce_own(actor, contribution)
    Contribution.objects.filter(id=contribution.id, withdrawn_at=None).update(withdrawn_at=actor.at)
    note_deed(
        "familiegroepsplan.contribution_withdrawn", Part.QUESTION, event=Event.DELETE, dossier=contribution.dossier_id
    )


def undo_contribution(*, actor: Actor, contribution: Contribution) -> None:
    """As it was before one's own last change; what was just brought is taken back."""
    _enforce_own(actor, contribution)
    was = before_last(Contribution, contribution.id, CHANGED, by=actor.id, at=actor.at)
    Contribution.objects.filter(id=contribution.id).update(**(was or {"withdrawn_at": actor.at}))
    note_deed("familiegroepsplan.contribution_undone", Part.QUESTION, dossier=contribution.dossier_id)


def _begin(actor: Actor, own_plan: Familiegroepsplan) -> None:
    """A child may bring words and may not write the plan: the row itself is moved by who may."""
    if own_plan.state == OwnPlanState.WANTED and may(Deed.HAND_IN, roles_in(actor, own_plan.dossier_id)):
        Familiegroepsplan.objects.filter(id=own_plan.id).update(state=OwnPlanState.RUNNING)
        own_plan.state = OwnPlanState.RUNNING


def _enforce_making(state: str) -> None:
    if state not in MAKING:
        raise Refused(_("Het plan van het gezin is ingeleverd, of het gezin maakt er geen. Er kan nu niets bij."))


def _enforce_own(actor: Actor, contribution: Contribution) -> None:
    if contribution.written_by != actor.id and not roles_in(actor, contribution.dossier_id) & LEADING:
        raise Refused(_("Dit schreef iemand anders op."))
    _enforce_making(contribution.own_plan.state)


def _enforce_words(actor: Actor, kind: ContributionKind, words: OwnWords, content: bytes) -> None:
    if kind == ContributionKind.MEETING:
        enforce(meeting_problems(words, actor.today))
    can_bring(words, has_file=bool(content)).enforce()


def _fields(words: OwnWords) -> dict[str, object]:
    return {
        "worries": words.worries.strip(),
        "well": words.well.strip(),
        "steps": words.steps.strip(),
        "given_by": words.given_by.strip(),
        "held_on": words.held_on,
    }


def _file(content: bytes) -> dict[str, object]:
    """The name of a file is not kept: it may say more than the dossier does."""
    if not content:
        return {}
    can_add(content).enforce()
    kind = file_type(content)
    assert kind is not None, "can_add let it in"
    return {
        "media_type": kind.media_type, "size": len(content), "sha256": sha256(content).hexdigest(), "content": content,
    }  # fmt: skip


def contribution_of(dossier: UUID, contribution: UUID) -> Contribution | None:
    """With the plan that it was brought for."""
    rows = Contribution.objects.filter(id=contribution, dossier_id=dossier).select_related("own_plan")
    return rows.defer("content").first()
