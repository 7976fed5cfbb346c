"""A word with what a person reads for it, where Django's own choices may not come: rules know no Django."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """Members are written `NAME = "value", "label"`; a marked label is translated where it is shown."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def of(cls, value: str) -> Self:
        """The member with this value, as a row keeps it."""
        return next(member for member in cls if member == value)
