"""Who reads what with this family, why and until when: one line per sharing decision, under its recipient (BR-087)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.keys import pair_key
from kring.ground.access.models import RecipientKind, SharedPart, SharingDecision, SharingGround
from kring.ground.access.parts import Part
from kring.ground.access.policy import own_sharing_keys
from kring.ground.access.sharing_rules import Moments, SharingState, can_stop, state_of
from kring.ground.audit.trail import note_read
from kring.ground.shared.period import day_of
from kring.practice.care.visibility import LAW_OF
from kring.practice.leads.queries.head import DossierHead
from kring.practice.leads.queries.joining import Around, parties

REMEMBERED = timedelta(days=365)
"""So long a decision that was stopped stays on the page, to be shared again."""
RUNNING = frozenset({SharingState.TAKEN, SharingState.TOLD})


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One part for one recipient. `about` is empty for what is of all together; `is_own`: the reader decides on it."""

    id: UUID
    recipient: str
    what: str
    about: str
    state: SharingState
    ground: SharingGround
    purpose: str
    necessity: str
    proportionality: str
    since: date | None
    until: date | None
    stopped_on: date | None
    is_own: bool
    is_consent: bool

    @property
    def may_stop(self) -> bool:
        return self.is_own and self.is_consent and self.state in RUNNING


@dataclass(frozen=True, slots=True)
class SharedWith:
    """A recipient with what it may see now."""

    recipient: str
    lines: tuple[SharedLine, ...]


@dataclass(frozen=True, slots=True)
class SharingPage:
    """What runs by recipient, what waits for an answer, and what was stopped and does not run again."""

    running: tuple[SharedWith, ...]
    asked: tuple[SharedLine, ...]
    stopped: tuple[SharedLine, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A professional round the family with an account, who can be named in a decision."""

    account: UUID
    name: str


def sharing_page(actor: Actor, head: DossierHead, *, only_others: bool = False) -> SharingPage:
    """Two queries. `only_others`: without what goes to who leads, which has a table of its own."""
    rows = list(SharingDecision.objects.filter(dossier_id=head.id).order_by("started_at", "id"))
    rows = [row for row in rows if not (only_others and row.recipient_kind == RecipientKind.LEADS)]
    own = own_sharing_keys(actor, head.id) if head.is_family else frozenset()
    names = {member.subject: member.name for member in head.members}
    note_read(Part.SHARING, dossier=head.id, subjects={row.subject_id for row in rows if row.subject_id})
    lines = {row.id: _line(actor, row, names, pair_key(head.id, row.subject_id) if row.subject_id else head.id, own)
             for row in rows}  # fmt: skip
    running = {_same(row) for row in rows if lines[row.id].state in RUNNING}
    stopped = {_same(row): lines[row.id] for row in rows if _can_return(actor, row) and _same(row) not in running}
    return SharingPage(
        _by_recipient(line for line in lines.values() if line.state in RUNNING),
        tuple(line for line in lines.values() if line.state is SharingState.CONCEPT),
        tuple(line for line in stopped.values() if (line.is_own and line.is_consent) or not own),
    )


def shared_with_me(actor: Actor, head: DossierHead) -> tuple[SharedLine, ...]:
    """For a professional who is named in decisions: what, why, and until when. One query."""
    rows = SharingDecision.objects.filter(dossier_id=head.id, recipient_id=actor.id).order_by("started_at", "id")
    names = {member.subject: member.name for member in head.members}
    found = [_line(actor, row, names, head.id, frozenset()) for row in rows]
    running = tuple(line for line in found if line.state in RUNNING)
    note_read(Part.SHARING, dossier=head.id, subjects={row.subject_id for row in rows if row.subject_id})
    return running


def recipients(actor: Actor, dossier: UUID) -> tuple[Candidate, ...]:
    """Professionals with an account who are a party now, except who leads. One query."""
    return tuple(Candidate(one.account, _with_work(one)) for one in parties(actor, dossier) if one.account)


def _with_work(row: Around) -> str:
    work = ", ".join(part for part in (row.function, row.organisation) if part)
    return f"{row.name} ({work})" if work else row.name


def _same(row: SharingDecision) -> tuple[object, ...]:
    return row.subject_id, row.part, row.law, row.recipient_kind, row.recipient_id, row.recipient_name


def _can_return(actor: Actor, row: SharingDecision) -> bool:
    return row.withdrawn_at is not None and actor.at - REMEMBERED < row.withdrawn_at <= actor.at


def _by_recipient(lines: Iterable[SharedLine]) -> tuple[SharedWith, ...]:
    found: dict[str, list[SharedLine]] = {}
    for line in lines:
        found.setdefault(line.recipient, []).append(line)
    return tuple(SharedWith(recipient, tuple(theirs)) for recipient, theirs in found.items())


def _line(actor: Actor, row: SharingDecision, names: Mapping[UUID, str], key: UUID, own: frozenset[UUID]) -> SharedLine:
    moments = Moments(row.started_at, row.informed_on, row.ended_at, row.withdrawn_at, row.revised_at)
    leads = row.recipient_kind == RecipientKind.LEADS
    return SharedLine(
        row.id,
        str(_("Uw regisseur en achtervang")) if leads else row.recipient_name,
        _what(row),
        names.get(row.subject_id, "") if row.subject_id else "",
        state_of(moments, actor.at),
        SharingGround(row.ground),
        row.purpose,
        row.necessity,
        row.proportionality,
        day_of(row.started_at) if row.started_at else None,
        day_of(row.ended_at) if row.ended_at else None,
        day_of(row.withdrawn_at) if row.withdrawn_at else None,
        key in own,
        bool(can_stop(row.ground)),
    )


def _what(row: SharingDecision) -> str:
    """`Welke hulp er is: Jeugdwet`, `Het plan`."""
    what = str(SharedPart(row.part).label)
    what = what[:1].upper() + what[1:]
    return f"{what}: {LAW_OF[row.law].label}" if row.law else what
