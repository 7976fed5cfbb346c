"""A register of 100,000 persons in families, copied into the throw-away database, for the bench of searching.

Jorien leads 40 of the families, Henk leads all. The product compiles the grants of Jorien's families and of one of
Henk's; his other families get the same grants on their own keys, of the parts that searching asks for.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid5

from django.db import connection, transaction
from psycopg import Copy
from tqdm import tqdm

from kring.ground.access import compiler
from kring.ground.access.keys import pair_key
from kring.ground.access.models import Account, Grant
from kring.ground.access.parts import Part
from kring.practice.households.identity import bsn_hash
from kring.practice.households.rules.names import Name, Surname, Usage, display_name, sort_name
from kring.practice.households.rules.searching import sounds_of
from tests.access.people import Town
from tests.doubles.register import Human

FEW = 40
IN_A_FAMILY = 4
SPACE = UUID("7e4f2a1c-0000-4000-8000-000000000000")
ASKED = (Part.DOSSIER_FACE, Part.PERSON, Part.PERSON_IDENTITY, Part.PERSON_ADDRESS, Part.PERSON_BSN)
STAGED = """
create temporary table human (
  n integer, family integer, subject uuid, dossier uuid, shown text, sorted text, first_names text, prefix text,
  surname text, sounds text, born date, sex text, postcode text, house text, bsn bytea);
"""
FILLED = """
insert into access_subject (id, kind, controller_id, shield) select subject, 'person', %(town)s, 0 from human;
insert into households_person (subject_id, display_name, sort_name, first_names, prefix, surname, sounds)
  select subject, shown, sorted, first_names, prefix, surname, sounds from human;
insert into households_personidentity (subject_id, birth_year, birth_month, birth_day, sex, deceased, secrecy,
  in_investigation, suspended) select subject, extract(year from born), extract(month from born),
  extract(day from born), sex, false, false, false, '' from human;
insert into households_personaddress (id, subject_id, level, kind, street, number, suffix, postcode, place,
  municipality_code, source)
  select gen_random_uuid(), subject, 0, 'full', '', house, '', postcode, '', '', 'bench' from human;
insert into households_personbsn (subject_id, controller_id, bsn_encrypted, bsn_hmac)
  select subject, %(town)s, '', bsn from human;
insert into access_dossier (id, controller_id, label, state, shield, opened_on)
  select dossier, %(town)s, 'Gezin ' || min(surname), 'active', 0, %(at)s from human group by dossier;
insert into access_dossiersubject (id, dossier_id, subject_id, role, started_at)
  select gen_random_uuid(), dossier, subject, '', %(at)s from human;
insert into access_involvement (id, dossier_id, account_id, role, laws, ground, started_at)
  select gen_random_uuid(), dossier, reader, 'regisseur', '{}', 'bench', %(at)s
    from (select distinct dossier, family from human) f,
         (values (%(few)s::uuid, %(most)s), (%(all)s, 2147483647)) as r(reader, families) where f.family < r.families
"""
KEYS = {
    "dossier": "h.dossier",
    "pair": "gate.key(h.dossier, h.subject)",
    "subject": "h.subject",
}


def make_world(town: Town, register: Sequence[Human], at: datetime) -> Mapping[str, Account]:
    """Who searches, by how many families they lead. Past the triggers: of what nobody did there is no history."""
    statements = FILLED.split(";")
    steps = tqdm(total=len(statements) + 3, desc="register", unit="stap")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        cursor.execute(STAGED)
        with cursor.copy("copy human from stdin") as copy:
            _write_down(copy, register)
        steps.update()
        told: dict[str, UUID | datetime | int] = {
            "town": town.municipality.id,
            "at": at,
            "few": town.jorien.id,
            "all": town.henk.id,
            "most": FEW,
        }
        for statement in statements:
            cursor.execute(statement, told)
            steps.update()
        _rights(town)
        steps.update()
        cursor.execute("drop table human")
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
    steps.close()
    return {f"{FEW} gezinnen": town.jorien, "alle gezinnen": town.henk}


def _write_down(copy: Copy, register: Sequence[Human]) -> None:
    for row in _rows(register):
        copy.write_row(row)


def _rows(register: Sequence[Human]) -> Iterator[tuple[object, ...]]:
    for place, human in enumerate(register):
        name = _name(human)
        shown = display_name(name)
        family = place // IN_A_FAMILY
        yield (
            place, family, uuid5(SPACE, f"mens {place}"), uuid5(SPACE, f"gezin {family}"), shown, sort_name(name),
            human.given, human.prefix, human.surname, sounds_of([shown, human.given], human.surnames), human.born,
            human.sex, human.postcode, str(human.house), bsn_hash(bsn_of(human)),
        )  # fmt: skip


def _name(human: Human) -> Name:
    usage = Usage.OWN_PARTNER if human.partner else Usage.OWN
    return Name(human.given, Surname(human.surname, human.prefix), Surname(human.partner), usage)


def bsn_of(human: Human) -> str:
    """Nine figures that are nobody's number: it need not pass the eleven-test to be looked up."""
    return f"{990_000_000 + human.number}"


def _rights(town: Town) -> None:
    first = uuid5(SPACE, "gezin 0")
    for family in range(FEW):
        compiler.recompile_dossier(uuid5(SPACE, f"gezin {family}"))
    with connection.cursor() as cursor:
        cursor.execute("select subject from human where family = 0")
        members = {subject for (subject,) in cursor.fetchall()}
        for grant in Grant.objects.filter(account=town.henk, dossier=first, part__in=ASKED):
            _spread(grant, _kind(grant, first, members), members)


def _kind(grant: Grant, dossier: UUID, members: set[UUID]) -> str:
    if grant.key == dossier:
        return "dossier"
    return "subject" if grant.key in members else "pair"


def _spread(grant: Grant, kind: str, members: set[UUID]) -> None:
    """Every family gets what the first has; of a key per person one grant stands for the whole family."""
    one_of_them = min(members)
    if grant.dossier_id is None:
        return
    if kind != "dossier" and grant.key not in {one_of_them, pair_key(grant.dossier_id, one_of_them)}:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into access_grant (account_id, part, key, max_level, writes, dossier_id, valid_from, source) "
            f"select distinct g.account_id, g.part, {KEYS[kind]}, g.max_level, g.writes, h.dossier, g.valid_from, "
            "g.source from access_grant g, human h where g.id = %s and h.family >= %s",
            [grant.id, FEW],
        )
