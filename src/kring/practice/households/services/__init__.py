"""The only writers of persons, ties and households (in the register zone a delivery asked before who may), and of how
a family is reached and what of that is shielded.
"""

from kring.practice.households.services.areas import refresh_areas
from kring.practice.households.services.authority import store_authority
from kring.practice.households.services.batch import Batch
from kring.practice.households.services.contacts import (
    ContactWords,
    add_contact,
    correct_contact,
    end_contact,
    undo_contact,
)
from kring.practice.households.services.homes import form_households
from kring.practice.households.services.levels import shield_people, shield_row
from kring.practice.households.services.moves import Move, Parting, move, part
from kring.practice.households.services.persons import Placed, Stored, store_persons
from kring.practice.households.services.readers import end_with_review, name_with_review
from kring.practice.households.services.stays import (
    StayWords,
    Telling,
    add_stay,
    correct_stay,
    end_stay,
    undo_stay,
    withdraw_stay,
)
from kring.practice.households.services.telling_authority import (
    AuthorityWords,
    check_authority,
    tell_authority,
    withdraw_told_authority,
)
from kring.practice.households.services.ties import store_ties

__all__ = [
    "AuthorityWords",
    "Batch",
    "ContactWords",
    "Move",
    "Parting",
    "Placed",
    "StayWords",
    "Stored",
    "Telling",
    "add_contact",
    "add_stay",
    "check_authority",
    "correct_contact",
    "correct_stay",
    "end_contact",
    "end_stay",
    "end_with_review",
    "form_households",
    "move",
    "name_with_review",
    "part",
    "refresh_areas",
    "shield_people",
    "shield_row",
    "store_authority",
    "store_persons",
    "store_ties",
    "tell_authority",
    "undo_contact",
    "undo_stay",
    "withdraw_stay",
    "withdraw_told_authority",
]
