"""Somebody enters the circle, is written down better, hears of it, and leaves it with a reason (BR-059)."""

from datetime import date
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.access.services import add_network_subject
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.practice.circle.models import NetworkMember, Standing
from kring.practice.circle.policy import may_keep_circle
from kring.practice.circle.rules.content import MemberWords, Notice, Place, can_remove, can_tell, can_write
from kring.practice.circle.services.standing import take_up


def add_member(
    *, actor: Actor, dossier: UUID, words: MemberWords, place: Place | None, since: date | None = None
) -> NetworkMember:
    """Without a place: in the genogram only, as a late grandfather."""
    (may_keep_circle(actor, dossier) and can_write(words, actor.today)).enforce()
    subject = add_network_subject(actor=actor, dossier=dossier)
    member = NetworkMember(
        subject_id=subject, dossier_id=dossier, written_by=actor.id, written_at=actor.at, **_fields(words)
    )
    member.save(force_insert=True)
    _note("circle.member_added", member, Event.CREATE)
    if place is not None:
        take_up(actor=actor, member=member, place=place, since=since)
    return member


def correct_member(*, actor: Actor, member: NetworkMember, words: MemberWords) -> None:
    """Written down better; who died leaves the circle on that day, and stays in the genogram."""
    (may_keep_circle(actor, member.dossier_id) and can_write(words, actor.today)).enforce()
    NetworkMember.objects.filter(pk=member.pk).update(**_fields(words))
    if words.deceased:
        _leave(member, actor.today)
    _note("circle.member_corrected", member)


def remove_member(*, actor: Actor, member: NetworkMember, because: str) -> None:
    """No longer in the circle from today; on an earlier date the circle shows this person as it was."""
    may_keep_circle(actor, member.dossier_id).enforce()
    can_remove(because, is_removed=member.removed_on is not None).enforce()
    NetworkMember.objects.filter(pk=member.pk).update(removed_on=actor.today, removed_because=because.strip())
    _leave(member, actor.today)
    _note("circle.member_removed", member)


def tell_member(*, actor: Actor, member: NetworkMember, notice: Notice) -> None:
    """That this person knows what is kept and why, or why it is not told (GDPR 14)."""
    (may_keep_circle(actor, member.dossier_id) and can_tell(notice, actor.today)).enforce()
    told = notice.informed_on is not None
    NetworkMember.objects.filter(pk=member.pk).update(
        informed_on=notice.informed_on,
        informed_how=notice.how or "" if told else "",
        uninformed_because="" if told else notice.because.strip(),
    )
    _note("circle.member_told", member)


def _leave(member: NetworkMember, on: date) -> None:
    Standing.objects.filter(member=member, until=None).update(until=on)


def _fields(words: MemberWords) -> dict[str, object]:
    return {
        "name": words.name.strip(),
        "relation": words.relation.strip(),
        "sector": words.sector,
        "sex": words.sex or "",
        "birth_year": words.birth_year,
        "deceased": words.deceased,
        "died_year": words.died_year,
    }


def _note(what: str, member: NetworkMember, event: Event = Event.CHANGE) -> None:
    note_deed(what, Part.NETWORK, event=event, dossier=member.dossier_id, subjects=[member.pk])
