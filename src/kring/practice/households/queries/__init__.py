"""What pages read of the people of a dossier: who they are, and who lives where."""

from kring.practice.households.queries.homes import Dwelling, Home, homes_of, homes_over_time, unplaced
from kring.practice.households.queries.people import AddressLine, AuthorityLine, PersonCard, bsn_of, people_of

__all__ = [
    "AddressLine",
    "AuthorityLine",
    "Dwelling",
    "Home",
    "PersonCard",
    "bsn_of",
    "homes_of",
    "homes_over_time",
    "people_of",
    "unplaced",
]
