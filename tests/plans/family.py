"""Gezin De Wit-Bakker with Jorien as regisseur and Naima behind her; Marloes and Stefan sign in themselves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account, Dossier, Subject
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.practice.familiegroepsplan.rules.words import OfferWords
from kring.practice.familiegroepsplan.services import offer
from kring.practice.households.models import PersonIdentity
from kring.practice.leads.services import appoint
from kring.practice.plans.models import Goal, PlanVersion
from kring.practice.plans.rules.agreeing import Opinion
from kring.practice.plans.rules.words import ActionWords, GoalWords, PlanWords, QuestionWords
from kring.practice.plans.services import (
    add_goal,
    agree,
    save_texts,
    write_question,
)
from tests.access.people import Town, actor_of, give_role, make_dossier, make_family_account, make_subject, make_town
from tests.conftest import speaking_as

TEXTS = PlanWords(
    strengths="We eten elke dag samen.",
    concerns="De brieven.",
    dream="Een avond zonder brieven.",
    evaluation_on=date(2027, 2, 1),
    contact="Jorien Smit",
)
GOAL = GoalWords(
    "Dat ik ’s avonds niet meer lig te piekeren over de brieven.",
    "Marloes",
    "money",
    area_reason="De post ligt er al weken.",
)
OMA = ActionWords("Finn op woensdag naar voetbal brengen", "network", "oma Truus", date(2026, 12, 1), "grootmoeder")
COACH = ActionWords(
    "De brieven samen openen",
    "professional",
    "Jorien Smit",
    date(2026, 12, 8),
    informal_first="no",
    informal_reason="expertise",
)


@dataclass(frozen=True, slots=True)
class Family:
    """The family and everyone round it."""

    town: Town
    dossier: Dossier
    subjects: dict[str, Subject]
    marloes: Account
    stefan: Account

    @property
    def id(self) -> UUID:
        return self.dossier.id

    def subject(self, name: str) -> UUID:
        return self.subjects[name].id

    def actor(self, name: str, *, ago: timedelta = timedelta()) -> Actor:
        """`jorien`, `henk`, … of the town, or `marloes` and `stefan` of the family."""
        account: Account = getattr(self.town, name, None) or getattr(self, name)
        return actor_of(account.id, self.town.at - ago)

    @contextmanager
    def acting(self, name: str, *, ago: timedelta = timedelta()) -> Iterator[Actor]:
        actor = self.actor(name, ago=ago)
        with recording("test.deed"), acting(actor):
            yield actor


def make_family(now: datetime, *, children: bool = True) -> Family:
    """Two parents, and with `children` Finn (11) and Lotte (7)."""
    town = make_town(now)
    born = {"Marloes Bakker": (1991, 3, 12), "Stefan de Wit": (1988, 7, 2)}
    if children:
        born |= {"Finn": (2015, 1, 20), "Lotte": (2019, 5, 5)}
    subjects = {name: make_subject(town.municipality, name) for name in born}
    with speaking_as(DatabaseRole.IMPORT):
        for name, (year, month, day) in born.items():
            PersonIdentity.objects.create(subject=subjects[name], birth_year=year, birth_month=month, birth_day=day)
    words = ["moeder", "vader", "kind", "kind"]
    dossier = make_dossier(town, "Gezin De Wit-Bakker", list(zip(subjects.values(), words, strict=False)))
    accounts = []
    for name in ("Marloes Bakker", "Stefan de Wit"):
        account = make_family_account(town, subjects[name], name)
        give_role(town, dossier, account, roles.ADULT)
        accounts.append(account)
    family = Family(town, dossier, subjects, *accounts)
    with family.acting("mark", ago=timedelta(days=3)) as mark:
        appoint(actor=mark, dossier=dossier, lead=town.jorien, deputy=town.naima, chosen_by_family=True)
    return family


def make_plan(family: Family) -> Goal:
    """Everything that a version needs (BR-015), with one goal."""
    with family.acting("jorien", ago=timedelta(days=2)) as jorien:
        offer(actor=jorien, dossier=family.id, words=OfferWords(date(2026, 10, 1), answer="not_wished"))
        said = QuestionWords("Rust in de avond.", "Marloes", date(2026, 10, 1))
        write_question(actor=jorien, dossier=family.id, words=said)
        save_texts(actor=jorien, dossier=family.id, words=TEXTS)
        return add_goal(actor=jorien, dossier=family.id, words=GOAL)


def opinions(family: Family, *, stefan: str = "agrees", remark: str = "") -> list[Opinion]:
    return [
        Opinion("Marloes Bakker", "agrees", "", family.subject("Marloes Bakker")),
        Opinion("Stefan de Wit", stefan, remark, family.subject("Stefan de Wit")),
        Opinion("Jorien Smit", "agrees"),
    ]


def lay_down(family: Family, *, ago: timedelta = timedelta(), stefan: str = "agrees", remark: str = "") -> PlanVersion:
    with family.acting("jorien", ago=ago) as jorien:
        return agree(actor=jorien, dossier=family.id, opinions=opinions(family, stefan=stefan, remark=remark))
