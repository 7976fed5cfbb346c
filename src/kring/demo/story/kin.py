"""Who belongs to whom beyond what the register says, as the family told it when the circle was seen again."""

from typing import Any
from uuid import UUID

from kring.demo.data import read
from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.demo.story.circle import seen_again
from kring.demo.story.dossiers import writer
from kring.ground.access.actor import Actor
from kring.practice.circle.models import NetworkMember
from kring.practice.circle.rules.content import MemberWords
from kring.practice.circle.rules.kin import ChildBond, Ending, KinKind, KinWords, Together
from kring.practice.circle.rules.words import Quality, Sector, Sex
from kring.practice.circle.services import add_member, mark_bond, tell_tie


def tell(cast: Cast, family: Family, dossier: UUID) -> None:
    """Relatives who died, or live far away, are in the genogram only."""
    given: dict[str, Any] | None = read("kin").get(family.id)
    if given is None:
        return
    with cast.on(seen_again(family), writer(family), "kin_told") as actor:
        for line in given["late"]:
            add_member(actor=actor, dossier=dossier, words=_relative(line), place=None)
        named = dict(NetworkMember.objects.filter(dossier=dossier).values_list("name", "subject_id"))
        _ties(actor, dossier, given, named | cast.subjects)


def _ties(actor: Actor, dossier: UUID, given: dict[str, Any], people: dict[str, UUID]) -> None:
    told_by = given["told_by"]
    for parent, child, bond in given["parents"]:
        words = KinWords(KinKind.PARENT, told_by, bond=ChildBond.of(bond))
        tell_tie(actor=actor, dossier=dossier, pair=(people[parent], people[child]), words=words)
    for one, other, together, ending, since, until in given["partners"]:
        words = KinWords(KinKind.PARTNER, told_by, Together.of(together), Ending.of(ending), since=since, until=until)
        tell_tie(actor=actor, dossier=dossier, pair=(people[one], people[other]), words=words)
    for one, other, quality in given["bonds"]:
        pair = people[one], people[other]
        mark_bond(actor=actor, dossier=dossier, pair=pair, quality=Quality.of(quality), told_by=told_by)


def _relative(line: list[Any]) -> MemberWords:
    name, relation, sex, born, died = line
    return MemberWords(name, relation, Sector.FAMILY, Sex.of(sex), born, bool(died), died or None)
