"""How long a search takes for a regisseur with 400 families, in a register of 100,000 persons."""

import time
from datetime import datetime
from statistics import median
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from kring.ground.access import compiler, roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import (
    AccountKind,
    Dossier,
    DossierState,
    DossierSubject,
    Involvement,
    Subject,
)
from kring.ground.audit.trail import recording
from kring.practice.households.models import Person, PersonAddress, PersonIdentity
from kring.practice.households.rules.searching import sounds_of
from kring.practice.households.search import find_own
from tests.access.people import Town, make_town
from tests.doubles.register import Human, make_register

FAMILIES = 400
AT = datetime(2026, 11, 1, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
BATCH = 5000
SEARCHES = ("naam", "klinkt als", "geboortedatum", "postcode", "niemand")


def report(people: int) -> None:
    """Prints the median and the slowest of twenty searches of each kind, in ms."""
    register = make_register(people)
    town = make_town(AT)
    with transaction.atomic():
        subjects = _people(town, register)
        _families(town, subjects)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
    actor = Actor(town.jorien.id, AccountKind.ACCOUNT, AT)
    for kind in SEARCHES:
        spent = [_spent(actor, _text(kind, register[place * 20])) for place in range(20)]
        print(f"{kind:<14} {median(spent):6.1f} ms  (hoogste {max(spent):.1f})")


def _text(kind: str, human: Human) -> str:
    match kind:
        case "naam":
            return human.full_surname
        case "klinkt als":
            return human.surname.replace("ij", "y").replace("k", "ck")
        case "geboortedatum":
            return f"{human.born:%d-%m-%Y}"
        case "postcode":
            return f"{human.postcode} {human.house}"
    return "Xavierszoon"


def _spent(actor: Actor, text: str) -> float:
    began = time.perf_counter()
    with recording("search.own"), acting(actor):
        find_own(text)
    return (time.perf_counter() - began) * 1000


def _people(town: Town, register: list[Human]) -> list[Subject]:
    subjects = [Subject(controller=town.municipality) for _human in register]
    pairs = list(zip(subjects, register, strict=True))
    Subject.objects.bulk_create(subjects, batch_size=BATCH)
    Person.objects.bulk_create([_person(subject, human) for subject, human in pairs], batch_size=BATCH)
    PersonIdentity.objects.bulk_create(
        [
            PersonIdentity(subject=s, birth_year=h.born.year, birth_month=h.born.month, birth_day=h.born.day)
            for s, h in pairs
        ],
        batch_size=BATCH,
    )
    PersonAddress.objects.bulk_create(
        [
            PersonAddress(subject=s, kind="full", postcode=h.postcode, number=str(h.house), source="bench")
            for s, h in pairs
        ],
        batch_size=BATCH,
    )
    return subjects


def _person(subject: Subject, human: Human) -> Person:
    name = f"{human.given.split()[0]} {human.surnames}"
    return Person(
        subject=subject,
        display_name=name,
        sort_name=human.surname.casefold(),
        first_names=human.given,
        prefix=human.prefix,
        surname=human.surname,
        sounds=sounds_of([name, human.given], human.surnames),
    )


def _families(town: Town, subjects: list[Subject]) -> None:
    """Four people in each."""
    for place in range(FAMILIES):
        members = subjects[place * 4 : place * 4 + 4]
        dossier = Dossier.objects.create(
            controller=town.municipality, label=f"Gezin {place}", opened_on=AT.date(), state=DossierState.ASKED
        )
        DossierSubject.objects.bulk_create(
            [DossierSubject(dossier=dossier, subject=one, started_at=AT) for one in members]
        )
        Involvement.objects.create(
            dossier=dossier, account=town.jorien, role=roles.REGISSEUR.code, started_at=AT, ground="bench"
        )
        compiler.recompile_dossier(dossier.id)
