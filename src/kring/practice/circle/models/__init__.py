"""Who stands round a family: members, how they stand from day to day, and who does not go together."""

from kring.practice.circle.models.members import NetworkMember
from kring.practice.circle.models.standing import NotTogether, Standing, YoungCarer

__all__ = ["NetworkMember", "NotTogether", "Standing", "YoungCarer"]
