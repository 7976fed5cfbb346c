"""Persons and what ties them together. One table is one part of the permission table."""

from kring.practice.households.models.homes import Stay, ToldAuthority
from kring.practice.households.models.persons import (
    HOUSED,
    AddressKind,
    ContactKind,
    Person,
    PersonAddress,
    PersonBsn,
    PersonContact,
    PersonIdentity,
)
from kring.practice.households.models.ties import (
    Authority,
    AuthorityKind,
    Household,
    HouseholdMember,
    Relation,
    RelationKind,
)

__all__ = [
    "HOUSED",
    "AddressKind",
    "Authority",
    "AuthorityKind",
    "ContactKind",
    "Household",
    "HouseholdMember",
    "Person",
    "PersonAddress",
    "PersonBsn",
    "PersonContact",
    "PersonIdentity",
    "Relation",
    "RelationKind",
    "Stay",
    "ToldAuthority",
]
