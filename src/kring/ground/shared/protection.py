"""`Protect`: the one migration operation that puts a table under row-level security and gives its privileges.

A table without it is "permission denied" for every role but the owner (access design §2).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import BinaryField, Model

from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.naming import names_a_person

SHARED_LEVELS_UP_TO = 2


class Writes(IntEnum):
    """What a grant lets its account do besides reading: nothing, add and change its own rows, or all of them."""

    NOTHING = 0
    OWN = 1
    ALL = 2


class Scope(StrEnum):
    """What a row hangs on; one policy text per scope."""

    DOSSIER = "dossier"
    SUBJECT = "subject"
    ORGANISATION = "organisation"
    OPEN = "open"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Privileges:
    """What the narrow roles may do, as SQL privilege lists; column lists in brackets are allowed."""

    app: str = "select, insert, update"
    gate: str = ""
    importer: str = ""
    jobs: str = ""
    snapshot: str = ""
    definer: str = ""
    log: str = ""
    rights: str = "select"
    """What is held about a person is told in full (GDPR 15): no table is out of reach of who collects it."""
    retention: str = "select, delete"
    """What is destroyed is destroyed everywhere (BR-110): no table is out of reach of who carries out a list."""

    merging: str | None = None
    """Who stands in the register twice becomes one everywhere: by default every table that names a person."""

    def of(self, model: type[Model]) -> "Privileges":
        """With what merging needs of this table; a table that comes later is not forgotten."""
        if self.merging is not None:
            return self
        return replace(self, merging="select, insert, update, delete" if names_a_person(model) else "")

    def granted(self) -> list[tuple[DatabaseRole, str]]:
        pairs = [
            (DatabaseRole.APP, self.app),
            (DatabaseRole.GATE, self.gate),
            (DatabaseRole.IMPORT, self.importer),
            (DatabaseRole.JOBS, self.jobs),
            (DatabaseRole.SNAPSHOT, self.snapshot),
            (DatabaseRole.DEFINER, self.definer),
            (DatabaseRole.LOG, self.log),
            (DatabaseRole.RIGHTS, self.rights),
            (DatabaseRole.RETENTION, self.retention),
            (DatabaseRole.MERGE, self.merging or ""),
        ]
        return [(role, privileges) for role, privileges in pairs if privileges]


@dataclass(frozen=True, slots=True)
class Rule:
    """How rows of one table are guarded: its scope, its part, and the columns that the key is made of.

    `key` names another key column than the usual one; `own` a column that holds the account whose row it is. Of who
    writes only what is their own: `author` is the column with the account that wrote the row, `doer` the one with the
    name of who does the work. Of the latter `proposer` is the column with the account that proposes a row.
    """

    scope: Scope
    part: str
    columns: frozenset[str] = field(default_factory=frozenset)
    key: str = ""
    own: str = ""
    write_part: str = ""
    author: str = ""
    doer: str = ""
    proposer: str = ""

    def key_expression(self) -> str:
        """The SQL expression that is compared with the actor's keys."""
        if self.key:
            return self.key
        match self.scope:
            case Scope.DOSSIER if "subject_id" in self.columns:
                return "gate.key(dossier_id, subject_id)"
            case Scope.DOSSIER:
                return "id" if "dossier_id" not in self.columns else "dossier_id"
            case Scope.SUBJECT:
                subject = "subject_id" if "subject_id" in self.columns else "id"
                return f"gate.law_key({subject}, law)" if "law" in self.columns else subject
            case Scope.ORGANISATION:
                return "organisation_id" if "organisation_id" in self.columns else "id"
            case Scope.OPEN | Scope.OWN:
                raise ValueError("An open or own table has no key.")

    def condition(self) -> str:
        """Who reads; always uncorrelated sub-selects: evaluated once per query, never per row."""
        own = f"{self.own} = (select gate.actor())" if self.own else ""
        if self.scope is Scope.OPEN:
            return "(select gate.actor()) is not null"
        if self.scope is Scope.OWN:
            return own or "account_id = (select gate.actor())"
        granted = self._granted()
        return f"{own} or {granted}" if own else granted

    def adding(self) -> str:
        """Who adds a row: whoever writes the part, and where the row names its author, in no name but the own."""
        if self.proposer:
            mine = f"{self.proposer} = (select gate.actor()) and {self._mine} and state = 'proposed'"
            return f"{self.changing(whole=True)} or ({mine} and ({self._writing(Writes.OWN)}))"
        if not self.author:
            return self.changing(whole=True)
        return f"{self.author} = (select gate.actor()) and ({self._writing(Writes.OWN)})"

    def changing(self, *, whole: bool = False) -> str:
        """Who changes or removes a row: who writes all of the part, or who writes its own and this is one of those."""
        if self.scope is Scope.OWN:
            return self.condition()
        if self.scope is Scope.OPEN:
            return f"cardinality((select gate.writing('{self._written}', 0, {Writes.ALL:d}))) > 0"
        every = self._writing(Writes.ALL)
        mine = "" if whole else self._mine
        if mine:
            return f"{every} or ({mine} and ({self._writing(Writes.OWN)}))"
        return f"{self.own} = (select gate.actor()) or {every}" if self.own and not self.write_part else every

    def policies(self, table: str, privileges: str) -> list[str]:
        """For the application: reading, and each way of writing for which it has a privilege at all."""
        app = DatabaseRole.APP
        out = [f"create policy {app}_read on {table} for select to {app} using ({self.condition()})"]
        if "insert" in privileges:
            out.append(f"create policy {app}_add on {table} for insert to {app} with check ({self.adding()})")
        if "update" in privileges:
            change = self.changing()
            out.append(
                f"create policy {app}_change on {table} for update to {app} using ({change}) with check ({change})"
            )
        if "delete" in privileges:
            out.append(f"create policy {app}_remove on {table} for delete to {app} using ({self.changing()})")
        return out

    @property
    def _written(self) -> str:
        return self.write_part or self.part

    @property
    def _mine(self) -> str:
        if self.author:
            return f"{self.author} = (select gate.actor())"
        return f"{self.doer} = (select gate.own_name())" if self.doer else ""

    def _writing(self, extent: Writes) -> str:
        def holds(level: int) -> str:
            keys = f"gate.writing('{self._written}', {level}, {extent:d})"
            return f"{self.key_expression()} = any((select {keys})::uuid[])"

        if "level" not in self.columns:
            return holds(0 if self.scope is Scope.ORGANISATION else 1)
        return " or ".join(f"({band} and {holds(level)})" for band, level in _BANDS)

    def _granted(self) -> str:
        """With levels: found by any key that fits, as an index can; then the level, at once if all keys reach it."""
        if "level" not in self.columns:
            return self._holds(0 if self.scope is Scope.ORGANISATION else 1)
        fits = f"{self.key_expression()} = any((select gate.ring('{self.part}'))::uuid[])"
        bands = " or ".join(f"({band} and {self._holds(level)})" for band, level in _BANDS)
        return f"{fits} and (level <= (select gate.ring_opens('{self.part}')) or {bands})"

    def _holds(self, level: int) -> str:
        return f"{self.key_expression()} = any((select gate.keys('{self.part}', {level}))::uuid[])"

    @property
    def about_people(self) -> bool:
        """Rows of a family or of one person: what they were is kept."""
        return self.scope in {Scope.DOSSIER, Scope.SUBJECT}

    def history(self, table: str, primary_key: str, unkept: Sequence[str]) -> list[str]:
        """Triggers that keep what a row was; new rows of an import are in its own journal already.

        What is destroyed leaves no image of itself behind (BR-110).
        """
        dossier = "dossier_id" if "dossier_id" in self.columns else "id" if self.scope is Scope.DOSSIER else ""
        person = (self.key or "id") if self.scope is Scope.SUBJECT else ""
        subject = "subject_id" if "subject_id" in self.columns else person
        level = "level" if "level" in self.columns else ""
        arguments = ", ".join(f"'{one}'" for one in (self.part, primary_key, dossier, subject, level, ",".join(unkept)))
        return [
            f"create trigger history_{deed} after {event} on {table} referencing {rows} for each statement "
            f"when (current_user <> '{silent}') execute function history.{deed}({arguments})"
            for deed, event, rows, silent in (
                ("added", "insert", "new table as new_rows", DatabaseRole.IMPORT),
                ("changed", "update", "old table as old_rows", DatabaseRole.RETENTION),
                ("removed", "delete", "old table as old_rows", DatabaseRole.RETENTION),
            )
        ]


_BANDS = (("level <= 1", 1), ("level = 2", 2), ("level = 3", 3), ("level = 4", 4))


class Protect(Operation):
    """Row-level security, policies and privileges of one model's table, and the triggers that keep what a row was.

    `without_history` is the reason why that is not kept.
    """

    reduces_to_sql = True
    reversible = False

    def __init__(  # noqa: PLR0913  a declaration, always by keyword
        self,
        model: str,
        *,
        scope: str,
        part: str,
        key: str = "",
        own: str = "",
        write_part: str = "",
        author: str = "",
        doer: str = "",
        proposer: str = "",
        privileges: Privileges | None = None,
        without_history: str = "",
    ) -> None:
        self.model = model
        self.scope = Scope(scope)
        self.part = part
        self.whose = (key, own, write_part, author, doer, proposer)
        self.privileges = privileges or Privileges()
        self.without_history = without_history

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """No change of state: the classification lives on the model itself, held equal by a test."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002
        to_state: ProjectState,
    ) -> None:
        model = to_state.apps.get_model(app_label, self.model)
        for statement in self.statements(model):
            schema_editor.execute(statement)

    def database_backwards(self, *args: object, **kwargs: object) -> None:
        raise NotImplementedError("Protection is not taken away.")

    def describe(self) -> str:
        return f"Protect {self.model}: {self.scope} scope, part {self.part}"

    def statements(self, model: type[Model]) -> Sequence[str]:
        table = model._meta.db_table  # noqa: SLF001  Django's public API
        columns = frozenset(column.column for column in model._meta.concrete_fields if column.column)  # noqa: SLF001
        rule = Rule(self.scope, self.part, columns, *self.whose)
        out = [f"alter table {table} enable row level security", f"revoke all on {table} from public"]
        for role, privileges in self.privileges.of(model).granted():
            if role is DatabaseRole.APP:
                out += rule.policies(table, privileges)
            else:
                out.append(f"create policy {role} on {table} to {role} using (true) with check (true)")
            out.append(f"grant {privileges} on {table} to {role}")
        if rule.scope is Scope.DOSSIER and {"dossier_id", "subject_id"} <= columns:
            out += [_same_dossier(table), f"create index {table}_key on {table} ({rule.key_expression()})"]
        if rule.about_people and not self.without_history:
            files = [str(field.column) for field in model._meta.concrete_fields if isinstance(field, BinaryField)]  # noqa: SLF001
            out += rule.history(table, str(model._meta.pk.column), files)  # noqa: SLF001
        return out


def _same_dossier(table: str) -> str:
    """A row of a dossier may only name a subject of that dossier: a foreign key alone passes over the policies."""
    if table == "access_dossiersubject":
        return f"comment on table {table} is 'the pairs that every dossier row refers to'"
    return (
        f"alter table {table} add constraint {table}_same_dossier foreign key (dossier_id, subject_id) "
        "references access_dossiersubject (dossier_id, subject_id) deferrable initially deferred"
    )
