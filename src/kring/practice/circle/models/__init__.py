"""Who stands round a family: members, how they stand from day to day, and the family ties that were told."""

from kring.practice.circle.models.kin import Bond, KinTie
from kring.practice.circle.models.members import NetworkMember
from kring.practice.circle.models.own import Familiar, LifeEvent
from kring.practice.circle.models.standing import NotTogether, Standing, YoungCarer

__all__ = ["Bond", "Familiar", "KinTie", "LifeEvent", "NetworkMember", "NotTogether", "Standing", "YoungCarer"]
