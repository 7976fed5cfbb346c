"""How somebody stands from a day on: the standing before ends on that day, so the circle can be seen on any date."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import NetworkMember, Standing
from kring.practice.circle.policy import may_keep_circle
from kring.practice.circle.rules.capacity import can_confirm
from kring.practice.circle.rules.content import Place, can_stand
from kring.practice.circle.rules.words import Direction, Load, Quality, Ring


def take_up(*, actor: Actor, member: NetworkMember, place: Place, since: date | None = None) -> Standing:
    """From `since` (today) on. On the day on which the present one began it is written over; history keeps it."""
    may_keep_circle(actor, member.dossier_id).enforce()
    start = since or actor.today
    now = Standing.objects.filter(member=member, until=None).first()
    can_stand(place, start, actor.today, deceased=member.deceased, after=now.since if now else None).enforce()
    fields = _fields(actor, place)
    if now is not None and now.since == start:
        Standing.objects.filter(id=now.id).update(confirmed_on=None, confirmed_words="", **fields)
        standing = now
    else:
        Standing.objects.filter(member=member, until=None).update(until=start)
        standing = Standing(dossier_id=member.dossier_id, member=member, since=start, **fields)
        standing.save(force_insert=True)
    note_deed("circle.standing_taken", Part.NETWORK, dossier=member.dossier_id, subjects=[member.pk])
    return standing


def mark_load(*, actor: Actor, member: NetworkMember, load: Load) -> Standing:
    """How much can be added, in that person's own words; all else stays (BR-057)."""
    return take_up(actor=actor, member=member, place=replace(place_of(_standing(member)), load=load))


def confirm_load(*, actor: Actor, member: NetworkMember, words: str) -> None:
    """The person said that something more can be done all the same: until the next mark nothing blocks an action."""
    may_keep_circle(actor, member.dossier_id).enforce()
    now = _standing(member)
    can_confirm(now.load, words).enforce()
    Standing.objects.filter(id=now.id).update(confirmed_on=actor.today, confirmed_words=words.strip())
    note_deed("circle.load_confirmed", Part.NETWORK, dossier=member.dossier_id, subjects=[member.pk])


def place_of(row: Standing) -> Place:
    ring, quality, direction = Ring.of(row.ring), Quality.of(row.quality), Direction.of(row.direction)
    return Place(ring, quality, direction, Load.of(row.load) if row.load else None, row.offers, row.how_often)


def _standing(member: NetworkMember) -> Standing:
    now = Standing.objects.filter(member=member, until=None).first()
    if now is None:
        raise Refused(_("Deze persoon staat nu niet in de kring."))
    return now


def _fields(actor: Actor, place: Place) -> dict[str, object]:
    return {
        "ring": place.ring,
        "quality": place.quality,
        "direction": place.direction,
        "load": place.load or "",
        "offers": place.offers.strip(),
        "how_often": place.how_often.strip(),
        "written_by": actor.id,
        "written_at": actor.at,
    }
