"""All rows that belong to a person, model by model as declared, with what is left out and on which ground."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.apps import apps
from django.db.models import Field, Model, Q
from django.utils.translation import gettext as _

from kring.ground.access.models import SubjectKind
from kring.ground.access.parts import Part
from kring.ground.audit.models import LogLine
from kring.ground.documents.models import Document
from kring.ground.documents.rules import FILE_TYPES
from kring.ground.organisations.models import Organisation
from kring.ground.shared.levels import Level
from kring.oversight.rights.belonging import DECLARED, Belonging, Tie, Whose
from kring.oversight.rights.belonging.tables import code_of, fields_of, rows_of, title_of
from kring.oversight.rights.belonging.ties import raw
from kring.oversight.rights.belonging.values import Plain, value_of

OTHERS = "others"
WITHHELD = "withheld"
EMERGENCY_SHOWN_AFTER = timedelta(hours=24)
HELP = [part.value for part in Part if part.by_law]
"""A log line says that somebody looked at help, not of which law."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One field: what it is called, its value for machines, and in words where that differs. Or why it is left out."""

    name: str
    label: str
    value: Plain = None
    text: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One model: its rows, how many rows of others are left out, and whether the decision holds it back."""

    code: str
    title: str
    rows: tuple[tuple[Entry, ...], ...] = ()
    others: int = 0
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A document, under a neutral name."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Collected:
    """Everything about one person at a moment."""

    about: str
    at: datetime
    sections: tuple[Section, ...]
    files: tuple[File, ...] = ()

    def summary(self) -> dict[str, dict[str, object]]:
        """By kind and number, for who decides: no content."""
        return {
            one.code: {"title": one.title, "rows": len(one.rows), OTHERS: one.others, WITHHELD: one.withheld}
            for one in self.sections
        }


@dataclass(slots=True)
class _Collector:
    whose: Whose
    at: datetime
    towns: dict[UUID, str]
    withheld: frozenset[str]
    files: list[File] = field(default_factory=list)

    def section(self, code: str, belonging: Belonging) -> Section | None:
        model = apps.get_model(code)
        title = title_of(model)
        found = list(self._found(model, belonging))
        others = self._others(model, belonging, {row.pk for row, _ties in found})
        given = [(row, ties) for row, ties in found if self._may_have(row, ties, belonging)]
        if not given and not others:
            return None
        if code in self.withheld:
            return Section(code, title, (), others, withheld=True)
        if model is Document:
            self.files += [_file(row) for row, _ties in given if isinstance(row, Document)]
        return Section(code, title, tuple(self._row(row, ties, belonging) for row, ties in given), others)

    def _found(self, model: type[Model], belonging: Belonging) -> Iterator[tuple[Model, tuple[Tie, ...]]]:
        rows = rows_of(model).filter(belonging.rows(self.whose))
        if code_of(model) == "access.Login":
            rows = rows.defer("password")
        if model is LogLine:
            rows = rows.filter(self._lines())
        for row in rows.order_by("pk"):
            yield row, belonging.held_by(row, self.whose)

    def _lines(self) -> Q:
        """As on the own log page: nothing of what is shielded or withheld while it is, an emergency a day later."""
        whose = self.whose
        if whose.is_shielded and not whose.by_self:
            return Q(pk__in=[])
        own = Q(actor__in=whose.accounts)
        hidden = Q(dossier__in=whose.closed_dossiers) | Q(subjects__overlap=sorted(whose.shielded))
        late = Q(break_glass=True, at__gt=self.at - EMERGENCY_SHOWN_AFTER)
        worked = Q(organisation__isnull=False) | Q(actor_kind="system")
        helped = Q(parts__overlap=HELP, subjects__overlap=sorted({subject for subject, _law in whose.withheld_laws}))
        withheld = Q(thing__in=whose.withheld) | helped
        told = Q(level__lt=Level.PROTECTED) | Q(dossier__in=whose.opened)
        return told & ~withheld & (own | (worked & ~late & ~hidden))

    def _may_have(self, row: Model, ties: tuple[Tie, ...], belonging: Belonging) -> bool:
        """Of the log the query has decided."""
        whose = self.whose
        if isinstance(row, LogLine):
            return True
        if _is_withheld(row, whose):
            return False
        if whose.by_self and any(tie.said for tie in ties):
            return True
        if whose.is_shielded and not whose.by_self and (belonging.own_facts or all(tie.joint for tie in ties)):
            return False
        level = getattr(row, "level", 0) or 0
        if level >= Level.PROTECTED and not (belonging.own_facts and whose.by_self):
            return False
        return not (all(tie.joint for tie in ties) and _dossier_of(row) in whose.closed_dossiers)

    def _others(self, model: type[Model], belonging: Belonging, mine: set[object]) -> int:
        """Nothing of a shielded dossier, nothing shielded itself, nobody of the circle: a number tells too."""
        if not belonging.others:
            return 0
        open_dossiers = self.whose.dossiers - self.whose.closed_dossiers
        rows = rows_of(model).filter(dossier__in=open_dossiers, subject__isnull=False).exclude(pk__in=mine)
        rows = rows.exclude(subject__kind=SubjectKind.NETWORK)
        if "level" in {one.name for one in fields_of(model)}:
            rows = rows.filter(level__lt=Level.PROTECTED)
        return rows.count()

    def _row(self, row: Model, ties: tuple[Tie, ...], belonging: Belonging) -> tuple[Entry, ...]:
        whole = any(tie.shows is None for tie in ties)
        shown = frozenset(name for tie in ties for name in tie.shows or ())
        return tuple(
            self._entry(row, one, belonging.left_out.get(one.name, ""))
            for one in fields_of(type(row))
            if whole or one.name in shown
        )

    def _entry(self, row: Model, one: "Field[object, object]", reason: str) -> Entry:
        name, label = one.name, str(one.verbose_name)
        if reason:
            return Entry(name, label, left_out=_(reason))
        value = value_of(one, row, self.whose, self.towns)
        text = str(getattr(row, f"get_{name}_display")()) if one.choices and value not in (None, "") else ""
        return Entry(name, label, value, text)


def collect(whose: Whose, *, about: str, at: datetime, withheld: frozenset[str] = frozenset()) -> Collected:
    """As role kring_rights, which reads everything; what comes out is this person's only."""
    towns = dict(Organisation.objects.values_list("id", "name"))
    collector = _Collector(whose, at, towns, withheld)
    sections = (collector.section(code, belonging) for code, belonging in DECLARED.items() if belonging.ties)
    found = tuple(section for section in sections if section is not None)
    return Collected(about, at, found, tuple(collector.files))


def _is_withheld(row: Model, whose: Whose) -> bool:
    """The thing itself, or what it was before it changed."""
    if row.pk in whose.withheld or str(getattr(row, "row", "")) in {str(one) for one in whose.withheld}:
        return True
    images = [getattr(row, name, None) for name in ("before", "after")]
    laws = [getattr(row, "law", ""), *(image.get("law") for image in images if isinstance(image, dict))]
    return any(subject == whose.subject and law in laws for subject, law in whose.withheld_laws)


def _dossier_of(row: Model) -> object:
    return row.pk if code_of(type(row)) == "access.Dossier" else raw(row, "dossier")


def _file(row: Document) -> File:
    kind = FILE_TYPES.get(row.media_type)
    return File(f"documenten/{row.id}.{kind.ending if kind else 'bin'}", bytes(row.content))
