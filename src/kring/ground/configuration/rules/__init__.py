"""What can be set: numbers with bounds, and lists of words; both declared by the domain that uses them."""

from kring.ground.configuration.rules.settings import SETTINGS, Basis, Setting, Topic, can_set, declare
from kring.ground.configuration.rules.words import LISTS, StartWord, WordList, WordNow, can_call, declare_list

__all__ = [
    "LISTS",
    "SETTINGS",
    "Basis",
    "Setting",
    "StartWord",
    "Topic",
    "WordList",
    "WordNow",
    "can_call",
    "can_set",
    "declare",
    "declare_list",
]
