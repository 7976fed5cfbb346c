"""A person with something in every field of every model, and somebody beside her with as much: found by looking."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

from cryptography.fernet import Fernet
from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Model

from kring.ground.access.models import Account, Dossier, DossierSubject, Subject
from kring.ground.organisations.models import Organisation
from kring.oversight.rights.belonging import DECLARED, Tie
from kring.practice.households.identity import encrypted
from tests.conftest import speaking_as

DAY, AT = date(2026, 10, 5), datetime(2026, 10, 5, 9, 30, tzinfo=UTC)
OUR_OWN = {f"{model._meta.label}" for model in apps.get_models() if model.__module__.startswith("kring.")}
OVERRULED: dict[str, dict[str, object]] = {
    "plans.Action": {"doer_kind": "family", "is_discussed": False},
    "plans.ProviderPlan": {"has_plan": True, "has_informal": False, "link_until": None, "question": None},
    "course.Closing": {"withdrawn_at": None},
    "familiegroepsplan.Familiegroepsplan": {"state": "waived", "ground": "threat"},
    "documents.Document": {"withdrawn_at": AT},
    "notes.ContactNote": {"withdrawn_at": AT},
    "agenda.Task": {"state": "done", "began_on": DAY, "due_on": DAY},
    "access.BreakGlass": {"started_at": AT, "ends_at": AT},
    "exchange.ReviewItem": {"state": "matched", "decided_at": AT},
    "access.Dossier": {"shield": 0},
    "access.Login": {"is_active": True},
    "households.HouseholdMember": {"started_on": DAY, "ended_on": date(2030, 1, 1)},
    "investigation.Investigation": {"identity": "card", "identity_seen_on": DAY, "decided_on": DAY},
    "investigation.ClockPause": {"until": None},
    "care.ToldHelp": {"started_on": DAY, "ended_on": date(2030, 1, 1)},
    "households.Stay": {"started_on": DAY, "ended_on": date(2030, 1, 1)},
    "access.Invitation": {"organisation": None},
    "access.DossierSubject": {"ended_at": None},
    "access.Withholding": {"law": "", "subject": None, "answer": "agrees", "ended_at": AT},
    "access.NamedReader": {"level": 3},
    "safety.SafetyAgreement": {"level": 3},
    "safety.AgreementReader": {"level": 3},
    "safety.SafetyScore": {"level": 3},
    "safety.ReportTrack": {"level": 3, "decision": ""},
    "safety.TrackStep": {"level": 3, "skipped": ""},
    "safety.CodeWord": {"level": 3},
    "safety.ChildTalk": {"level": 3},
    "circle.NetworkMember": {"sector": "family", "deceased": True, "informed_on": None, "removed_on": DAY},
    "audit.Change": {"name": "plans_plan"},
    "access.SharingDecision": {"part": "plan", "law": "", "recipient_kind": "account"},
    "leads.Lead": {"chosen_by_family": False},
    "audit.LogLine": {"break_glass": False, "event": "read", "level": 0},
}
"""What a constraint of the table asks, and what would hide the row or end what it stands for."""
BY_TIE: dict[tuple[str, str], dict[str, object]] = {
    ("circle.KinTie", "dossier"): {"kind": "partner", "bond": "", "identical": False},
    ("circle.KinTie", "subject"): {"kind": "parent", "together": "", "ending": "", "identical": False},
    ("circle.KinTie", "other"): {"kind": "twin", "together": "", "ending": "", "bond": ""},
}
"""What fits only some of the rows of one model."""
LOW_LEVEL = {"level": 1, "shield": 0}
KEYS = count(990_000)
OF_A_CIRCLE = {"circle.NetworkMember", "circle.Standing", "circle.NotTogether", "circle.KinTie", "circle.Bond"}
"""Read by the whole family that it stands round; who is in it belongs to no family here."""
SHIELDED = {"access.NamedReader"}
"""Of level 3 and 4 by nature: never told while it lasts."""


@dataclass(slots=True)
class Somebody:
    """By what rows know this person. `mark` stands in every word that is this person's."""

    mark: str
    dossier: UUID
    """A dossier for rows that concern a family as a whole."""
    shared: UUID
    """The dossier that both belong to."""
    subject: UUID = field(default_factory=uuid.uuid4)
    account: UUID = field(default_factory=uuid.uuid4)
    household: UUID = field(default_factory=uuid.uuid4)
    study: UUID = field(default_factory=uuid.uuid4)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    short: Iterator[int] = field(default_factory=lambda: count(1))
    needles: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        return f"{self.mark}Z Persoon"

    @property
    def email(self) -> str:
        return f"{self.mark.lower()}z@voorbeeld.test"

    @property
    def pseudonym(self) -> str:
        return f"{self.mark}Z-PSEUDO"

    def word(self, longest: int | None) -> str:
        """New, and nowhere else."""
        if longest is not None and longest < 4:
            return "M"[:longest]
        made = (
            f"{self.mark}Z{next(self.short):02}" if longest and longest < 9 else f"{self.mark}Z{next(self.numbers):06}"
        )
        self.needles.add(made)
        return made


@dataclass(frozen=True, slots=True)
class Expected:
    """A row that must come back, with the fields that are the person's."""

    code: str
    row: Model
    shows: frozenset[str] | None


@contextmanager
def without_constraints() -> Iterator[None]:
    """As superuser of the throw-away server: no foreign keys, no triggers, no policies."""
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("set session_replication_role = replica")
        yield
        cursor.execute("set session_replication_role = origin")
        cursor.execute("set session authorization kring_app")


def fill(person: Somebody, other: Somebody, town: UUID) -> list[Expected]:
    """A row by every tie of every model; a word that is the other's in a row that is only partly hers."""
    made: list[Expected] = []
    for code, belonging in DECLARED.items():
        for tie in belonging.ties:
            if (code, tie.way, tie.name) in {
                ("access.Account", "account", "id"),
                ("access.Invitation", "emails", "email"),
            }:
                continue
            if code in SHIELDED and tie.way == "about":
                continue
            row = _row(code, tie, person, other, town)
            row.save(force_insert=True)
            if not code.startswith("safety."):
                made.append(Expected(code, row, tie.shows))
    return made


def members(dossier: UUID, subjects: list[UUID]) -> None:
    DossierSubject.objects.bulk_create(
        [DossierSubject(dossier_id=dossier, subject_id=one, role="", started_at=AT) for one in subjects]
    )


def _row(code: str, tie: Tie, person: Somebody, other: Somebody, town: UUID) -> Model:
    model: type[Model] = apps.get_model(code)
    row = model()
    for one in model._meta.concrete_fields:
        writer = person if tie.shows is None or one.name in tie.shows else other
        setattr(row, one.attname, _value(one, writer, town))
    for name, value in (LOW_LEVEL | OVERRULED.get(code, {}) | BY_TIE.get((code, tie.name), {})).items():
        if name in {one.name for one in model._meta.concrete_fields}:
            setattr(row, name, value)
    for name, value in _linked(code, tie, person, other).items():
        setattr(row, name, value)
    return row


def _linked(code: str, tie: Tie, person: Somebody, other: Somebody) -> dict[str, object]:  # noqa: C901  one per kind
    """What makes the row this person's, and no more than that."""
    names = {one.name: one.attname for one in apps.get_model(code)._meta.concrete_fields}
    found: dict[str, object] = {}
    if "dossier" in names:
        own = person.dossier if tie.way in {"joint", "account", "circle"} else person.shared
        elsewhere = (tie.way == "account" and tie.shows) or (tie.way == "about" and code in OF_A_CIRCLE)
        found[names["dossier"]] = uuid.uuid4() if elsewhere else own
    if "subject" in names and code != "agenda.OutboxMail" and tie.name != "subject" and tie.way != "circle":
        found[names["subject"]] = None if tie.way == "joint" else other.subject
    if code == "access.Account":
        found |= {"id": person.account, "staff_id": None, "display_name": person.name}
    if code == "households.Person":
        found["display_name"] = person.name
    if code in {"studies.StudyKey", "studies.StudyCase"}:
        found |= {"study_id": person.study, "pseudonym": person.pseudonym}
    by = {
        "about": person.subject, "account": person.account, "joint": person.dossier, "circle": person.dossier,
        "said": person.name, "shown": uuid.uuid4(), "emails": person.email, "households": person.household,
        "listed": [person.subject],
    }  # fmt: skip
    if tie.way == "image":
        mine = {"subject_id": str(person.subject), "tekst": person.word(None)}
        return found | {"after": mine, "before": {**mine, "other_id": str(other.subject)}}
    if tie.way != "pseudonym":
        found[names[tie.name]] = by[tie.way]
    if code == "access.Login":
        found["email"] = person.email
    if code == "households.HouseholdMember":
        found["household_id"] = person.household
    if code == "audit.LogLine" and tie.way == "account":
        found["subjects"] = [other.subject]
    return found


def _value(one: "models.Field[object, object]", writer: Somebody, town: UUID) -> object:  # noqa: C901, PLR0911, PLR0912  one per kind
    if isinstance(one, models.ForeignKey):
        if one.remote_field.model is Organisation:
            return town
        key = one.target_field
        return uuid.uuid4() if isinstance(key, models.UUIDField) else next(KEYS)
    if one.choices:
        return next(value for value, _label in one.flatchoices if value not in ("", None))
    if isinstance(one, models.BinaryField):
        return encrypted("999990019") if one.name == "bsn_encrypted" else uuid.uuid4().bytes
    match one:
        case models.UUIDField():
            return uuid.uuid4()
        case ArrayField():
            return [] if isinstance(one.base_field, models.UUIDField) else [writer.word(one.base_field.max_length)]
        case models.JSONField():
            return {"tekst": writer.word(None)}
        case models.BooleanField():
            return True
        case models.DateTimeField():
            return AT
        case models.TimeField():
            return AT.time()
        case models.DateField():
            return DAY
        case models.IntegerField():
            return next(KEYS) if one.unique else 7
    if one.name == "sealed":
        return Fernet(settings.SIGN_IN_KEY).encrypt(json.dumps([["veld", writer.word(None)]]).encode()).decode()
    return writer.word(one.max_length)


def two_people(town: UUID) -> tuple[Somebody, Somebody]:
    """In one dossier together, and each in one of the own."""
    shared = uuid.uuid4()
    her, him = Somebody("H", uuid.uuid4(), shared), Somebody("Q", uuid.uuid4(), shared)
    for one in (her, him):
        Subject.objects.create(id=one.subject, controller_id=town)
        members(one.dossier, [one.subject])
    Dossier.objects.create(id=shared, controller_id=town, label="samen", opened_on=DAY)
    return her, him


__all__ = ["OUR_OWN", "Account", "Somebody", "fill", "speaking_as", "two_people", "without_constraints"]
