"""From involvement, sharing decisions and representation to grants: the same facts always give the same grants.

A grant is compiled in the transaction that changes a right; a nightly recompile must give no difference.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from uuid import UUID

from django.db.models import Q

from kring.ground.access.facts import Facts, Shared, facts_of
from kring.ground.access.keys import Key, Span, law_key, pair_key
from kring.ground.access.models import (
    Account,
    Dossier,
    Grant,
    Involvement,
    NamedReader,
    RoleAssignment,
    SharedPart,
    Withholding,
)
from kring.ground.access.network import hidden_in, network_keys
from kring.ground.access.parts import LEVELLED_PARTS, PROTECTED_PARTS, Law, Part
from kring.ground.access.roles import (
    DOSSIER_ROLES,
    FAMILY_ROLES,
    ORGANISATION_ROLES,
    READS_BY_NAME,
    SAFEGUARDING,
    SHARED,
    Role,
)
from kring.ground.access.sharing_rules import LEADING_ROLES, NAMED_RECIPIENTS
from kring.ground.shared.levels import Level
from kring.ground.shared.protection import Scope

KNOWN_TO_ALL_MEMBERS = frozenset({Part.DOSSIER_FACE, Part.PERSON, Part.NETWORK})
"""A family knows who its members are and who stands round them; the rest is one's own, or of a child one represents."""

BY_NAME = "op naam"
"""The source of a grant of level 3 or 4 that somebody gave."""
OPENS: dict[str, tuple[Part, ...]] = {
    SharedPart.PLAN: (Part.PLAN, Part.ACTION),
    SharedPart.DOCUMENTS: (Part.DOCUMENT,),
    SharedPart.HELP: (Part.PROVISION,),
}
"""What a decision opens for a recipient who is named in it; of the help never what it costs."""


def dossier_keys(dossier: UUID) -> frozenset[Key]:
    """All grants that this dossier gives to anybody."""
    facts = facts_of(dossier)
    involvements = Involvement.objects.filter(dossier_id=dossier).select_related("account")
    withheld, hidden = _withheld(dossier), hidden_in(dossier)
    keys: set[Key] = set()
    for involvement in involvements:
        span = Span(involvement.started_at, involvement.ended_at)
        role = DOSSIER_ROLES[involvement.role]
        reader = involvement.account.subject_id
        if involvement.role in FAMILY_ROLES and reader:
            found = _family_keys(facts, role, reader, span)
        else:
            found = _professional_keys(facts, role, involvement, span)
        found = chain(found, network_keys(facts, role, span, hidden.get(reader, {}) if reader else {}))
        holes = withheld.get(reader, {})
        code = str(involvement.role)
        keys.update(
            Key(involvement.account_id, part, key, level, dossier, left.start, left.end, code, role.writes.get(part, 0))
            for part, key, level, when in found
            if when.end is None or when.end > when.start
            for left in when.without(holes.get(key, ()))
        )
    keys.update(_named_keys(facts, involvements))
    return frozenset(keys)


def _named_keys(facts: Facts, involvements: Iterable[Involvement]) -> Iterator[Key]:
    """Exactly the level named, while the account works with this family or watches over safety here (condition 13)."""
    readers = list(NamedReader.objects.filter(dossier_id=facts.dossier))
    if not readers:
        return
    works = [row for row in involvements if row.role in READS_BY_NAME]
    officers = RoleAssignment.objects.filter(
        role=SAFEGUARDING.code,
        organisation__in=Dossier.objects.filter(id=facts.dossier).values("controller"),
        account__in=[reader.account_id for reader in readers],
    )
    spans = [(row.account_id, Span(row.started_at, row.ended_at), DOSSIER_ROLES[row.role].writes) for row in works]
    spans += [(row.account_id, Span(row.started_at, row.ended_at), {}) for row in officers]
    for reader in readers:
        named = Span(reader.started_at, reader.ended_at)
        for span, writes in ((span, writes) for account, span, writes in spans if account == reader.account_id):
            holds = named.within(span)
            for part, key, when in _levelled(facts, reader.subject_id, holds) if holds else ():
                yield Key(
                    reader.account_id, part, key, reader.level, facts.dossier, when.start, when.end, BY_NAME,
                    writes.get(part, 0),
                )  # fmt: skip


def _levelled(facts: Facts, about: UUID | None, span: Span) -> Iterator[tuple[Part, UUID, Span]]:
    """The keys of all parts in which something can be protected: about one member, or about all and the whole."""
    for part in (*LEVELLED_PARTS, *PROTECTED_PARTS):
        in_dossier = part.scope is Scope.DOSSIER
        if in_dossier and about is None:
            yield part, facts.dossier, span
        for subject, membership in facts.members.items():
            when = span.within(membership) if about in {None, subject} else None
            if when is not None:
                yield part, pair_key(facts.dossier, subject) if in_dossier else subject, when


def _withheld(dossier: UUID) -> dict[UUID | None, dict[UUID, list[Span]]]:
    """By member of the family: the keys of a law's part that are left out, and when (BR-073)."""
    found: dict[UUID | None, dict[UUID, list[Span]]] = {}
    for row in Withholding.objects.filter(dossier_id=dossier, document=None):
        if row.subject_id is not None and row.started_at is not None:
            holes = found.setdefault(row.member_id, {})
            holes.setdefault(law_key(row.subject_id, row.law), []).append(Span(row.started_at, row.ended_at))
    return found


Found = tuple[Part, UUID, int, Span]


def _professional_keys(facts: Facts, role: Role, involvement: Involvement, span: Span) -> Iterator[Found]:
    laws = frozenset(involvement.laws)
    if role.code in NAMED_RECIPIENTS:
        yield from _shared_keys(facts, involvement.account_id, span)
    if role.code in LEADING_ROLES:
        yield from _decided_keys(facts, role, laws, span)
    for part, level in role.parts.items():
        if part in role.dossier_parts():
            yield part, facts.dossier, level, span
        for subject, membership in facts.members.items():
            when = span.within(membership)
            if when is None:
                continue
            if part in role.dossier_parts():
                yield part, pair_key(facts.dossier, subject), level, when
            elif not part.by_law:
                yield part, subject, level, when
            else:
                for law in laws:
                    yield part, law_key(subject, law), level, when


def _decided_keys(facts: Facts, role: Role, own_laws: frozenset[str], span: Span) -> Iterator[Found]:
    """For who leads: the laws of a person that a decision opened, as far as they are not of the own domain."""
    by_law = [(part, level) for part, level in role.parts.items() if part.by_law]
    for shared in facts.sharing:
        if shared.account is not None or shared.subject not in facts.members or shared.law in own_laws:
            continue
        member = span.within(facts.members[shared.subject])
        when = member.within(shared.span) if member else None
        if when is not None:
            for part, level in by_law:
                yield part, law_key(shared.subject, shared.law), level, when


def _shared_keys(facts: Facts, account: UUID, span: Span) -> Iterator[Found]:
    """For who is named in decisions: their parts, the name of the dossier, and of whom it is about (condition 5)."""
    for shared in facts.sharing:
        when = span.within(shared.span) if shared.account == account else None
        if when is not None and shared.subject is not None:
            membership = facts.members.get(shared.subject)
            when = when.within(membership) if membership else None
        if when is not None:
            for part, key in _shared_parts(facts, shared):
                yield part, key, SHARED, when


def _shared_parts(facts: Facts, shared: Shared) -> Iterator[tuple[Part, UUID]]:
    yield Part.DOSSIER_FACE, facts.dossier
    if shared.subject is not None:
        yield Part.DOSSIER_FACE, pair_key(facts.dossier, shared.subject)
        yield Part.PERSON, shared.subject
    for part in OPENS[shared.part]:
        if part.by_law and shared.subject is not None:
            yield part, law_key(shared.subject, shared.law)
        elif not part.by_law:
            yield part, pair_key(facts.dossier, shared.subject) if shared.subject else facts.dossier


def _family_keys(facts: Facts, role: Role, own: UUID, span: Span) -> Iterator[Found]:
    reach = [(own, span)] if own in facts.members else []
    for holder, child, holds in facts.represents:
        when = span.within(holds) if holder == own else None
        if when is not None:
            reach.append((child, when))
    for part, level in role.parts.items():
        if part in role.dossier_parts():
            yield part, facts.dossier, level, span
        people = [(subject, span) for subject in facts.members] if part in KNOWN_TO_ALL_MEMBERS else reach
        for subject, when in people:
            yield from _of_person(facts, role, part, subject, (level, when))
    for part in (Part.PERSON_ADDRESS, Part.PERSON_CONTACT):
        yield part, own, Level.SHIELDED, span


def _of_person(facts: Facts, role: Role, part: Part, subject: UUID, holds: tuple[int, Span]) -> Iterator[Found]:
    level, when = holds
    if part in role.dossier_parts():
        yield part, pair_key(facts.dossier, subject), level, when
    elif part.by_law:
        for law in Law:
            yield part, law_key(subject, law), level, when
    else:
        yield part, subject, level, when


def account_keys(account: UUID) -> frozenset[Key]:
    """All grants that roles in organisations give to this account."""
    keys = set()
    for assignment in RoleAssignment.objects.filter(account_id=account):
        role = ORGANISATION_ROLES[assignment.role]
        for part, level in role.parts.items():
            keys.add(
                Key(
                    account, part, assignment.organisation_id, level, None,
                    assignment.started_at, assignment.ended_at, assignment.role, role.writes.get(part, 0),
                )
            )  # fmt: skip
    return frozenset(keys)


def stored_keys(where: Q) -> dict[Key, int]:
    """The grants that are there, each with the id of its row."""
    fields = ("account_id", "part", "key", "max_level", "dossier_id", "valid_from", "valid_until", "source", "writes")
    return {Key(*row[1:]): row[0] for row in Grant.objects.filter(where).values_list("id", *fields)}


def recompile_dossier(dossier: UUID) -> int:
    """Bring the dossier's grants in line with its facts. Inside a gate. Returns the number of differences."""
    return _replace(Q(dossier_id=dossier), dossier_keys(dossier))


def recompile_account(account: UUID) -> int:
    """The same for the roles of an account in organisations, and for what it reads by name because of such a role."""
    changed = _replace(Q(account_id=account, dossier=None), account_keys(account))
    named = NamedReader.objects.filter(account_id=account, ended_at=None).values_list("dossier_id", flat=True)
    return changed + sum(recompile_dossier(dossier) for dossier in sorted(set(named)))


def differences() -> int:
    """How many grants differ from what the facts say, over the whole installation. Inside a gate; zero is right."""
    total = 0
    for dossier in Dossier.objects.order_by("id").values_list("id", flat=True):
        total += len(stored_keys(Q(dossier_id=dossier)).keys() ^ dossier_keys(dossier))
    for account in Account.objects.order_by("id").values_list("id", flat=True):
        total += len(stored_keys(Q(account_id=account, dossier=None)).keys() ^ account_keys(account))
    return total


def _replace(where: Q, wanted: frozenset[Key]) -> int:
    present = stored_keys(where)
    gone = [row for key, row in present.items() if key not in wanted]
    new = [key for key in wanted if key not in present]
    if gone:
        Grant.objects.filter(id__in=gone).delete()
    Grant.objects.bulk_create(
        [
            Grant(
                account_id=key.account,
                part=str(key.part),
                key=key.key,
                max_level=key.max_level,
                dossier_id=key.dossier,
                valid_from=key.valid_from,
                valid_until=key.valid_until,
                source=key.source,
                writes=key.writes,
            )
            for key in new
        ]
    )
    return len(gone) + len(new)
