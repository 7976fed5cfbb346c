"""Taking back one's own last deed in the circle, for ten minutes."""

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import NetworkMember, Standing
from kring.practice.circle.policy import may_keep_circle

OF_MEMBER = (
    "name", "relation", "sector", "sex", "birth_year", "deceased", "died_year", "informed_on", "informed_how",
    "uninformed_because", "removed_on", "removed_because", "withdrawn_at",
)  # fmt: skip
OF_STANDING = (
    "ring", "quality", "direction", "load", "offers", "how_often", "until", "confirmed_on", "confirmed_words",
)  # fmt: skip


def undo_member(*, actor: Actor, member: NetworkMember) -> None:
    """What was just added is not there on any date; what was changed is as it was, and who left is back."""
    may_keep_circle(actor, member.dossier_id).enforce()
    was = before_last(NetworkMember, member.pk, OF_MEMBER, by=actor.id, at=actor.at)
    NetworkMember.objects.filter(pk=member.pk).update(**(was or {"withdrawn_at": actor.at}))
    stood = Standing.objects.filter(member=member)
    if was is None:
        stood.filter(until=None).update(until=actor.today)
    elif member.removed_on is not None or member.deceased:
        _stand_again(member, actor)
    _note("circle.member_undone", member)


def undo_standing(*, actor: Actor, member: NetworkMember) -> None:
    """As it stood before one's own last change."""
    may_keep_circle(actor, member.dossier_id).enforce()
    now = Standing.objects.filter(member=member, until=None).first()
    if now is None:
        raise Refused(_("Deze persoon staat nu niet in de kring."))
    was = before_last(Standing, now.id, OF_STANDING, by=actor.id, at=actor.at)
    if was is not None:
        Standing.objects.filter(id=now.id).update(**was)
    else:
        Standing.objects.filter(id=now.id).update(until=now.since)
        Standing.objects.filter(member=member, until=now.since).exclude(id=now.id).update(until=None)
    _note("circle.standing_undone", member)


def _stand_again(member: NetworkMember, actor: Actor) -> None:
    """The place that ended with the deed that is taken back."""
    ended = Standing.objects.filter(member=member, until=actor.today).order_by("-since", "-written_at").first()
    if ended is not None and not Standing.objects.filter(member=member, until=None).exists():
        Standing.objects.filter(id=ended.id).update(until=None)


def _note(what: str, member: NetworkMember) -> None:
    note_deed(what, Part.NETWORK, dossier=member.dossier_id, subjects=[member.pk])
