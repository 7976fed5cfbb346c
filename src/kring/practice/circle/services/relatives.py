"""Somebody is put in the genogram beside who is there already: as parent, child, partner, brother or sister."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.shared.verdict import Refused
from kring.practice.circle.rules.content import MemberWords
from kring.practice.circle.rules.kin import Beside, ChildBond, KinKind, KinWords
from kring.practice.circle.services.kin import tell_tie
from kring.practice.circle.services.members import add_member


@dataclass(frozen=True, slots=True)
class NewRelative:
    """`who` is there already, or is written down now. `parents`: the other parent, or of a brother or sister both."""

    beside: Beside
    who: UUID | MemberWords
    words: KinWords
    parents: Sequence[UUID] = ()


def add_relative(*, actor: Actor, dossier: UUID, near: UUID, relative: NewRelative) -> UUID:
    """The new person enters the dossier for the genogram only: without a place in the circle."""
    if relative.beside in {Beside.SIBLING, Beside.TWIN} and not relative.parents:
        raise Refused(_("Schrijf eerst een ouder op. Een broer of zus hangt aan een ouder die beiden hebben."))
    who = relative.who
    subject = add_member(actor=actor, dossier=dossier, words=who, place=None).pk if not isinstance(who, UUID) else who
    child = replace(relative.words, kind=KinKind.PARENT)
    match relative.beside:
        case Beside.PARENT:
            tell_tie(actor=actor, dossier=dossier, pair=(subject, near), words=child)
        case Beside.PARTNER:
            tell_tie(actor=actor, dossier=dossier, pair=(subject, near), words=relative.words)
        case Beside.TWIN:
            tell_tie(actor=actor, dossier=dossier, pair=(subject, near), words=relative.words)
            child = replace(child, bond=ChildBond.BIRTH)
    parents = {Beside.CHILD: [near, *relative.parents]}.get(relative.beside, list(relative.parents))
    for parent in parents if relative.beside not in {Beside.PARENT, Beside.PARTNER} else ():
        tell_tie(actor=actor, dossier=dossier, pair=(parent, subject), words=child)
    return subject
