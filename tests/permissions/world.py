"""One family of the demo, and somebody new in each role: in its dossier, or in its municipality."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Model, Q

from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Account, Dossier, DossierSubject, RoleAssignment, Subject
from kring.ground.access.models.breakglass import EmergencyPurpose
from kring.ground.access.parts import Part
from kring.ground.access.permissions import FAMILY_COLUMNS
from kring.ground.access.roles import CHOOSER, COLLEAGUE, EMERGENCY, NEEDS_AN_END, SAFEGUARDING, Role
from kring.ground.access.services import (
    AccountDetails,
    Emergency,
    assign_role,
    break_glass,
    hire,
    involve,
    make_account,
)
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation, Staff
from kring.practice.care.models import Provision
from tests.access.people import actor_of
from tests.conftest import TODAY

OWN = "Sam Verzonnen"


@dataclass(frozen=True, slots=True)
class World:
    """The dossier with most on it, who belongs to it, and who gives roles there."""

    dossier: Dossier
    town: Organisation
    members: tuple[UUID, ...]
    laws: tuple[str, ...]
    giver: Actor


@dataclass(frozen=True, slots=True)
class Somebody:
    """A new account with one role; `subject` when it belongs to the family."""

    account: Account
    role: Role
    subject: UUID | None

    @property
    def parts(self) -> set[Part]:
        """What the table gives: by the role, and to everybody who works somewhere by being a colleague."""
        return set(self.role.parts) | (set() if self.subject else set(COLLEAGUE.parts))

    @property
    def actor(self) -> Actor:
        return actor_of(self.account.id, TODAY)


@contextmanager
def superuser() -> Iterator[None]:
    """Past every policy: what is there at all."""
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        yield
        cursor.execute("set session authorization kring_app")


def the_world() -> World:
    with superuser():
        dossier = max(Dossier.objects.filter(state="active", shield__lt=3), key=_weight)
        members = tuple(DossierSubject.objects.filter(dossier=dossier).values_list("subject_id", flat=True))
        laws = tuple(sorted(set(Provision.objects.filter(subject__in=members).values_list("law", flat=True))))
        giver = RoleAssignment.objects.filter(role=CHOOSER.code, organisation=dossier.controller_id).first()
        assert giver is not None
        town = Organisation.objects.get(id=dossier.controller_id)
    return World(dossier, town, members, laws, actor_of(giver.account_id, TODAY - timedelta(days=1)))


def _weight(dossier: Dossier) -> tuple[int, str]:
    """How many tables hold something of it."""
    with connection.cursor() as cursor:
        tables = ("plans_goal", "plans_action", "plans_score", "plans_question", "plans_planversion",
                  "documents_document", "agenda_task", "access_sharingdecision", "leads_familyanswer")  # fmt: skip
        filled = "+".join(f"(exists (select 1 from {table} where dossier_id = %(id)s))::int" for table in tables)
        cursor.execute(f"select {filled}", {"id": dossier.id})
        return cursor.fetchone()[0], str(dossier.id)


def somebody(world: World, role: Role) -> Somebody:
    """Made through the services, like everybody."""
    system = system_actor(TODAY - timedelta(days=2))
    subject = _free_member(world) if role.column in FAMILY_COLUMNS else None
    with recording("test"), acting(system):
        if subject is not None:
            account = make_account(actor=system, details=AccountDetails(OWN, subject=subject))
        else:
            staff = Staff(organisation=world.town, name=OWN, function=role.title, started_on=date(2024, 1, 1))
            account = make_account(actor=system, details=AccountDetails(OWN, staff=hire(actor=system, staff=staff)))
        if not role.in_dossier:
            assign_role(
                actor=system, account=account.id, role=role.code, organisation=world.town.id, ground="aanstelling"
            )
    if role is EMERGENCY:
        _break_glass(world, account)
    elif role.in_dossier:
        _involve(world, account, role)
    return Somebody(account, role, subject.id if subject else None)


def _involve(world: World, account: Account, role: Role) -> None:
    until = TODAY + timedelta(days=7) if role.code in NEEDS_AN_END else None
    with recording("test"), acting(world.giver):
        involve(
            actor=world.giver,
            dossier=world.dossier,
            account=account,
            role=role.code,
            ground="proef",
            laws=world.laws,
            until=until,
        )


def _break_glass(world: World, account: Account) -> None:
    """By a safeguarding officer: nobody gets this role from another."""
    system = system_actor(TODAY - timedelta(hours=2))
    with recording("test"), acting(system):
        assign_role(
            actor=system,
            account=account.id,
            role=SAFEGUARDING.code,
            organisation=world.town.id,
            ground="aanstelling",
        )
    actor = actor_of(account.id, TODAY - timedelta(hours=1))
    emergency = Emergency(EmergencyPurpose.DANGER, "Er is nu iemand in gevaar, dat zegt de buurvrouw.", 4)
    with recording("test"), acting(actor):
        break_glass(actor=actor, dossier=world.dossier.id, emergency=emergency)


def _free_member(world: World) -> Subject:
    """A member without an account, about whom there is most."""
    with superuser():
        free = Subject.objects.filter(id__in=world.members, account=None)
        helped = list(Provision.objects.filter(subject__in=world.members).values_list("subject_id", flat=True))
        return max(free, key=lambda one: (helped.count(one.id), str(one.id)))


def rows_of(world: World, model: type[Model], about: Sequence[UUID]) -> set[object]:
    """The ids of the rows of a table that belong to this family (or to these members), whoever may see them."""
    where = _where(world, model, about)
    with superuser():
        return set(model._default_manager.filter(where).values_list("pk", flat=True))


def visible(somebody: Somebody, model: type[Model], ids: set[object]) -> set[object]:
    """Which of these rows the database itself shows, asked in raw SQL as that account."""
    table, key = model._meta.db_table, model._meta.pk.column
    with acting(somebody.actor), connection.cursor() as cursor:
        cursor.execute(f"select {key} from {table} where {key} = any(%s)", [list(ids)])
        return {row[0] for row in cursor.fetchall()}


def touched(somebody: Somebody, model: type[Model], ids: set[object]) -> int:
    """How many of these rows a raw UPDATE as that account reaches. Nothing is changed: it sets a key to itself."""
    table, key = model._meta.db_table, model._meta.pk.column
    with acting(somebody.actor), connection.cursor() as cursor:
        cursor.execute("select has_table_privilege('kring_app', %s, 'UPDATE')", [table])
        if not cursor.fetchone()[0]:
            return 0
        cursor.execute(f"update {table} set {key} = {key} where {key} = any(%s)", [list(ids)])
        return int(cursor.rowcount)


def can_be_read(model: type[Model]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select has_table_privilege('kring_app', %s, 'SELECT')", [model._meta.db_table])
        return bool(cursor.fetchone()[0])


def is_open(model: type[Model]) -> bool:
    """Every account reads it: it holds nobody."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select bool_or(qual like '%%gate.actor() AS actor) IS NOT NULL%%') from pg_policies where tablename = %s",
            [model._meta.db_table],
        )
        return bool(cursor.fetchone()[0])


def _where(world: World, model: type[Model], about: Sequence[UUID]) -> Q:  # noqa: PLR0911  one line per kind of table
    names = {field.name for field in model._meta.concrete_fields}
    if model is Dossier:
        return Q(id=world.dossier.id)
    if model is Account:
        return Q(organisation=world.town.id)
    if model is Subject:
        return Q(id__in=about)
    if "dossier" in names and not names & {"actor_kind"}:
        return Q(dossier=world.dossier.id) & (Q(subject__in=about) | Q(subject=None) if "subject" in names else Q())
    for name in ("subject", "child"):
        if name in names:
            return Q(**{f"{name}__in": about})
    if "organisation" in names:
        return Q(organisation=world.town.id)
    return Q(controller=world.town.id) if "controller" in names else Q()


def part_of(model: type[Model]) -> str:
    """The part that the policy of the table itself asks for."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select qual from pg_policies where tablename = %s and 'kring_app' = any(roles)"
            " and cmd in ('SELECT', 'ALL')",
            [model._meta.db_table],
        )
        row = cursor.fetchone()
    found = re.search(r"gate\.keys\('(\w+)'", row[0]) if row else None
    return found[1] if found else ""
