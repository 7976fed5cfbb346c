"""What can be set: numbers with bounds, texts, and lists of words; all declared by the domain that uses them."""

from kring.ground.configuration.rules.settings import SETTINGS, Basis, Setting, Topic, can_set, declare
from kring.ground.configuration.rules.texts import TEXTS, OwnText, declare_text
from kring.ground.configuration.rules.words import LISTS, StartWord, WordList, WordNow, can_call, declare_list

__all__ = [
    "LISTS",
    "SETTINGS",
    "TEXTS",
    "Basis",
    "OwnText",
    "Setting",
    "StartWord",
    "Topic",
    "WordList",
    "WordNow",
    "can_call",
    "can_set",
    "declare",
    "declare_list",
    "declare_text",
]
