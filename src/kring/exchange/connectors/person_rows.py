"""A person in a row of the review list: what the data steward reads, and all facts sealed beside it (BSN, secrecy)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

from kring.exchange.journal import Plain
from kring.exchange.session import Doubt
from kring.practice.households.identity import sealed, unsealed
from kring.practice.households.matching import Candidate, Identity, candidates
from kring.practice.households.rules.births import Birth
from kring.practice.households.rules.facts import AddressFacts, PersonFacts
from kring.practice.households.rules.names import Name, Surname, Usage

SEALED = "_feiten"
"""Keys that begin with an underscore are not shown."""


def identity_of(facts: PersonFacts) -> Identity:
    """What is compared with the persons of the register."""
    address = facts.address
    return Identity(
        facts.bsn,
        facts.name.own.name,
        facts.name.given,
        facts.birth,
        address.postcode if address else "",
        address.number if address else "",
        facts.sex,
        facts.name.partner.name,
    )


def doubt(facts: PersonFacts, reason: str, subjects: Sequence[UUID], more: Mapping[str, Plain] | None = None) -> Doubt:
    """A row for the review list; `more` is what the row says besides the person."""
    row = {**person_row(facts), **(more or {})}
    return Doubt(facts.line, reason, identity_of(facts).fingerprint, row, shown(subjects))


def shown(subjects: Sequence[UUID]) -> list[dict[str, Plain]]:
    """These people as the data steward tells them apart."""
    known = candidates(subjects) if subjects else {}
    return [_shown(known[subject]) for subject in subjects if subject in known]


def person_row(facts: PersonFacts) -> dict[str, Plain]:
    """A secret address is in the sealed part only."""
    birth = facts.birth
    row: dict[str, Plain] = {
        "voornamen": facts.name.given,
        "geslachtsnaam": facts.name.own.full,
        "geboortedatum": f"{birth.day or 0:02}-{birth.month or 0:02}-{birth.year or 0:04}",
    }
    address = facts.address
    if address is not None and not facts.secrecy:
        row |= {"postcode": address.postcode, "huisnummer": f"{address.number} {address.suffix}".strip()}
    return row | {SEALED: sealed(json.dumps(asdict(facts), default=str))}


def facts_of_row(row: Mapping[str, Plain]) -> PersonFacts:
    """The facts that `person_row` sealed."""
    kept = json.loads(unsealed(str(row[SEALED])))
    name, address = kept["name"], kept["address"]
    return PersonFacts(
        **{
            **kept,
            "name": Name(name["given"], Surname(**name["own"]), Surname(**name["partner"]), Usage(name["usage"])),
            "birth": Birth(**kept["birth"]),
            "deceased_on": _day(kept["deceased_on"]),
            "address": AddressFacts(**{**address, "since": _day(address["since"])}) if address else None,
        }
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _shown(candidate: Candidate) -> dict[str, Plain]:
    return {
        "subject": str(candidate.subject),
        "naam": candidate.name,
        "geboren": candidate.born,
        "adres": candidate.address,
    }
