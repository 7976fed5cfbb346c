"""Gezin Nowak with accounts: Agnieszka and Tomasz, both with authority, and Kacper (here 12) for himself.

Jorien leads, Naima stands behind, Henk has a task, Fatima is consulted until the day after tomorrow.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account
from kring.ground.audit.trail import recording
from kring.practice.safety.models import ChildTalk, ReportTrack, SafetyAgreement, SafetyScore
from kring.practice.safety.rules.agreements import AgreementWords
from kring.practice.safety.rules.telling import SafetyFigure, TalkWords
from kring.practice.safety.services import (
    give_figure,
    make_agreement,
    move_agreement,
    set_code_word,
    show_agreement,
    start_track,
    write_talk,
)
from tests.access.nowak import Nowak, make_nowak
from tests.access.people import actor_of, give_role, make_family_account

TODAY = date(2026, 11, 1)
MAGDA = AgreementWords(
    "Magda belt elke dag om negen uur.",
    "Elke dag",
    "Magda belt, Agnieszka neemt op",
    "Naima Haddou",
    TODAY,
    date(2026, 12, 1),
    child_words="Magda belt mama elke dag.",
    pictogram="phone",
)
SAID = "Ik wil niet naar papa als hij boos is."
CODE = "De kat is weg"


@dataclass(frozen=True, slots=True)
class Safe:
    """The family, and by name who acts."""

    nowak: Nowak
    accounts: dict[str, Account]

    @property
    def id(self) -> UUID:
        return self.nowak.dossier.id

    def actor(self, name: str, *, later: timedelta = timedelta()) -> Actor:
        account: Account = self.accounts.get(name) or getattr(self.nowak.town, name)
        return actor_of(account.id, self.nowak.town.at + later)

    @contextmanager
    def acting(self, name: str, *, later: timedelta = timedelta()) -> Iterator[Actor]:
        actor = self.actor(name, later=later)
        with recording("test.deed"), acting(actor):
            yield actor


def make_safe(now: datetime) -> Safe:
    nowak = make_nowak(now)
    town, dossier = nowak.town, nowak.dossier
    accounts = {}
    for name, role in (("agnieszka", roles.ADULT), ("tomasz", roles.ADULT), ("kacper", roles.YOUNG)):
        accounts[name] = make_family_account(town, getattr(nowak, name), f"{name.capitalize()} Nowak")
        give_role(town, dossier, accounts[name], role)
    give_role(town, dossier, town.fatima, roles.CONSULTED, until=now + timedelta(days=2))
    return Safe(nowak, accounts)


def agree(safe: Safe, *shown: str, **other: object) -> SafetyAgreement:
    """It holds, and these people of the family read it."""
    with safe.acting("jorien") as actor:
        row = make_agreement(actor=actor, dossier=safe.id, words=replace(MAGDA, **other))  # type: ignore[arg-type]  # by name
        move_agreement(actor=actor, row=row)
        show_agreement(actor=actor, row=row, to=[getattr(safe.nowak, name).id for name in shown])
        return row


def hide_word(safe: Safe, row: SafetyAgreement) -> None:
    with safe.acting("jorien") as actor:
        set_code_word(actor=actor, row=row, word=CODE, known_to="tante Ewa")


def begin(safe: Safe, who: str = "jorien") -> ReportTrack:
    with safe.acting(who) as actor:
        return start_track(actor=actor, dossier=safe.id, subject=safe.nowak.kacper.id)


def talk(safe: Safe) -> ChildTalk:
    with safe.acting("jorien") as actor:
        words = TalkWords(safe.nowak.kacper.id, TODAY, SAID, "Jorien Smit")
        return write_talk(actor=actor, dossier=safe.id, words=words, age=12)


def score(safe: Safe, value: int = 5, kind: str = "family") -> SafetyScore:
    giver = "Agnieszka Nowak" if kind == "family" else "Jorien Smit"
    figure = SafetyFigure(safe.nowak.agnieszka.id, giver, kind, value, TODAY, "Het is rustig.")
    with safe.acting("jorien") as actor:
        return give_figure(actor=actor, dossier=safe.id, figure=figure)
