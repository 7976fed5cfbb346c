"""Gezin De Wit-Bakker with oma Truus and buurvrouw Ria round it; Jorien leads."""

from kring.practice.circle.models import NetworkMember
from kring.practice.circle.rules.content import MemberWords, Place
from kring.practice.circle.rules.words import Direction, Load, Quality, Ring, Sector, Sex
from kring.practice.circle.services import add_member
from tests.plans.family import Family

TRUUS = MemberWords("Truus Bakker", "oma", Sector.FAMILY, Sex.FEMALE, 1958)
RIA = MemberWords("Ria Groen", "buurvrouw", Sector.FRIENDS)
FETCHES = Place(Ring.CLOSE, Quality.CLOSE, Direction.TO_FAMILY, Load.RIGHT, "haalt Finn van school", "elke woensdag")


def add(
    family: Family, words: MemberWords = TRUUS, place: Place | None = FETCHES, who: str = "marloes"
) -> NetworkMember:
    with family.acting(who) as actor:
        return add_member(actor=actor, dossier=family.id, words=words, place=place)
