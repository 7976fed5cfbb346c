"""Family ties and how people get on, written down as told, put right, and withdrawn with a reason."""

from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import Bond, KinTie, NetworkMember
from kring.practice.circle.policy import may_keep_circle
from kring.practice.circle.rules.kin import KinKind, KinWords, can_be_kin, can_tie
from kring.practice.circle.rules.words import Quality
from kring.practice.households.models import Relation

Pair = tuple[UUID, UUID]
CHANGED = (
    "together", "ending", "bond", "identical", "since", "until", "denies", "told_by", "withdrawn_at",
    "withdrawn_because",
)  # fmt: skip


def tell_tie(*, actor: Actor, dossier: UUID, pair: Pair, words: KinWords) -> KinTie:
    """The first is parent, partner or twin of the second. Of partners and twins the order is made one."""
    (may_keep_circle(actor, dossier) and can_tie(words, actor.today.year)).enforce()
    one, other = pair if words.kind is KinKind.PARENT else (min(pair), max(pair))
    can_be_kin(one, other, words.kind, _parents(dossier) if not words.denies else ()).enforce()
    _enforce_here(dossier, pair)
    tie = KinTie(
        dossier_id=dossier, subject_id=one, other_id=other, kind=words.kind, told_on=actor.today,
        written_by=actor.id, written_at=actor.at, **_fields(words),
    )  # fmt: skip
    same = KinTie.objects.filter(dossier=dossier, subject=one, other=other, kind=words.kind, withdrawn_at=None)
    if same.filter(since=tie.since).exists():
        raise Refused(_("Deze band is al opgeschreven. Verbeter hem."))
    tie.save(force_insert=True)
    _note("circle.tie_told", tie, Event.CREATE)
    return tie


def correct_tie(*, actor: Actor, tie: KinTie, words: KinWords) -> None:
    """Told better, or it ended; between whom it is and of which kind stays."""
    (may_keep_circle(actor, tie.dossier_id) and can_tie(words, actor.today.year)).enforce()
    if words.kind != tie.kind or tie.withdrawn_at is not None:
        raise Refused(_("Deze band is niet zo te verbeteren. Trek hem in en schrijf hem opnieuw op."))
    KinTie.objects.filter(id=tie.id).update(told_on=actor.today, **_fields(words))
    _note("circle.tie_corrected", tie)


def withdraw_tie(*, actor: Actor, tie: KinTie, because: str) -> None:
    """It was not so. It leaves every drawing; what it was stays in its history."""
    may_keep_circle(actor, tie.dossier_id).enforce()
    if not because.strip():
        raise Refused(_("Schrijf op waarom dit niet klopt."))
    there = KinTie.objects.filter(id=tie.id, withdrawn_at=None)
    if not there.update(withdrawn_at=actor.at, withdrawn_because=because.strip()):
        raise Refused(_("Dit is al ingetrokken."))
    _note("circle.tie_withdrawn", tie)


def undo_tie(*, actor: Actor, tie: KinTie) -> None:
    """What was just told is withdrawn, with who was put in the genogram by it; what was put right is as it was."""
    may_keep_circle(actor, tie.dossier_id).enforce()
    was = before_last(KinTie, tie.id, CHANGED, by=actor.id, at=actor.at)
    if was is not None:
        KinTie.objects.filter(id=tie.id).update(**was)
    else:
        same = {"dossier": tie.dossier_id, "written_by": actor.id, "written_at": tie.written_at, "withdrawn_at": None}
        KinTie.objects.filter(**same).update(withdrawn_at=actor.at, withdrawn_because=_("ongedaan gemaakt"))
        NetworkMember.objects.filter(**same).update(withdrawn_at=actor.at)
    _note("circle.tie_undone", tie)


def mark_bond(*, actor: Actor, dossier: UUID, pair: Pair, quality: Quality | None, told_by: str) -> None:
    """How two people get on from today; None: nothing is said of it any more. Of violence the first does it."""
    may_keep_circle(actor, dossier).enforce()
    can_be_kin(*pair, KinKind.PARTNER, ()).enforce()
    if not told_by.strip():
        raise Refused(_("Schrijf op wie dit vertelde."))
    _enforce_here(dossier, pair)
    one, other = pair if quality is Quality.VIOLENT else (min(pair), max(pair))
    present = Q(subject__in=pair, other__in=pair, until=None)
    Bond.objects.filter(present, dossier=dossier).update(until=actor.today)
    if quality is not None:
        Bond(
            dossier_id=dossier, subject_id=one, other_id=other, quality=quality, told_by=told_by.strip(),
            since=actor.today, written_by=actor.id, written_at=actor.at,
        ).save(force_insert=True)  # fmt: skip
    note_deed("circle.bond_marked", Part.NETWORK, dossier=dossier, subjects=pair)


def _parents(dossier: UUID) -> list[Pair]:
    """Each parent with a child, told or by the register, as far as the writer sees it."""
    here = DossierSubject.objects.filter(dossier=dossier).values("subject")
    told = KinTie.objects.filter(dossier=dossier, kind=KinKind.PARENT, withdrawn_at=None, denies=False)
    known = Relation.objects.filter(subject__in=here, other__in=here, kind=KinKind.PARENT)
    return [*told.values_list("subject_id", "other_id"), *known.values_list("subject_id", "other_id")]


def _enforce_here(dossier: UUID, pair: Pair) -> None:
    family = DossierSubject.objects.filter(dossier=dossier, subject__in=pair).values("subject")
    if family.union(NetworkMember.objects.filter(dossier=dossier, subject__in=pair).values("subject")).count() < len(
        pair
    ):
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))


def _fields(words: KinWords) -> dict[str, object]:
    kept = words.settled()
    return {
        "together": kept.together or "",
        "ending": kept.ending or "",
        "bond": kept.bond or "",
        "identical": kept.identical,
        "since": kept.since,
        "until": kept.until,
        "denies": kept.denies,
        "told_by": kept.told_by,
    }


def _note(what: str, tie: KinTie, event: Event = Event.CHANGE) -> None:
    note_deed(what, Part.NETWORK, event=event, dossier=tie.dossier_id, subjects=[tie.subject_id, tie.other_id])
