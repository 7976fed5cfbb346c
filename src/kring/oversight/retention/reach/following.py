"""All rows that go: what refers to what goes, goes too. A model that comes later is reached without a line here.

Columns that hold a key without a relation are named one by one, and a test looks for what they forget.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_

from django.apps import apps
from django.db.models import ForeignKey, Model, Q

from kring.ground.access.models import Account, Dossier, Grant, KeptText, Subject
from kring.ground.agenda.models import Notice, OutboxMail
from kring.ground.audit.models import Change
from kring.oversight.retention.reach.whom import Whom
from kring.oversight.rights.belonging import DECLARED
from kring.oversight.rights.belonging.tables import code_of, fields_of, rows_of
from kring.oversight.rights.belonging.ties import IMAGES, NOTHING, PEOPLE
from kring.practice.course.models import Felt
from kring.practice.households.models import Household
from kring.practice.plans.models import Position

STAYS: Mapping[str, frozenset[str]] = {
    "consents.HelpAnswer": frozenset({"person"}),
    "rights.DataRequest": frozenset({"asked_by"}),
}
"""What somebody said or asked about another person is the other's: the row stays, and who it was is taken out."""
REGISTER = ("access_", "care_", "households_")
"""Tables whose rows a delivery wrote: its journal keeps what they were."""


@dataclass(slots=True)
class Reach:
    """Keys per model. `named`: what stays, and from which who leaves is taken out."""

    whom: Whom
    rows: dict[type[Model], set[object]] = field(default_factory=lambda: defaultdict(set))
    named: dict[type[Model], set[tuple[str, object]]] = field(default_factory=lambda: defaultdict(set))

    def add(self, model: type[Model], keys: Iterable[object]) -> None:
        """And all that refers to what is new."""
        new = set(keys) - self.rows[model]
        if not new:
            return
        self.rows[model] |= new
        for other, name in referring().get(model, ()):
            found = rows_of(other).filter(**{f"{name}__in": new}).values_list("pk", flat=True)
            if name in STAYS.get(code_of(other), frozenset()):
                self.named[other] |= {(name, key) for key in found}
            else:
                self.add(other, found)

    def where(self, model: type[Model], condition: Q) -> None:
        self.add(model, rows_of(model).filter(condition).values_list("pk", flat=True))

    def keys_as_text(self, *tables: str) -> set[str]:
        """Of tables whose name begins so."""
        return {str(key) for model, keys in self.rows.items() if _table(model).startswith(tables) for key in keys}


@cache
def referring() -> Mapping[type[Model], tuple[tuple[type[Model], str], ...]]:
    """Which models refer to a model, also those of libraries, by which field."""
    found: dict[type[Model], list[tuple[type[Model], str]]] = defaultdict(list)
    for model in apps.get_models(include_auto_created=True):
        for one in fields_of(model):
            if isinstance(one, ForeignKey):
                found[one.remote_field.model].append((model, one.name))
    return {model: tuple(others) for model, others in found.items()}


def reach_of(whom: Whom) -> Reach:
    """As role kring_retention."""
    reach = Reach(whom)
    reach.add(Dossier, whom.dossiers)
    reach.add(Subject, whom.leaving)
    reach.where(apps.get_model("access.Login"), Q(id__in=whom.accounts))
    reach.add(Account, whom.accounts)
    reach.add(Household, whom.households)
    _without_relation(reach)
    if whom.person is not None:
        reach.where(Position, _said(Position, whom))
        reach.where(Felt, _said(Felt, whom))
    _in_journals(reach)
    _history(reach)
    return reach


def _without_relation(reach: Reach) -> None:
    whom = reach.whom
    reach.where(Grant, Q(key__in=whom.keys))
    reach.where(Notice, Q(dossier__in=whom.dossiers))
    reach.where(OutboxMail, Q(address__in=whom.emails))
    addressed = (Q(place__contains=str(one)) | Q(target__contains=str(one)) for one in whom.dossiers | whom.leaving)
    reach.where(KeptText, reduce(or_, addressed, NOTHING))
    keys, cases = apps.get_model("studies.StudyKey"), apps.get_model("studies.StudyCase")
    known = rows_of(keys).filter(household__in=whom.households).values_list("study_id", "pseudonym")
    pairs = (Q(study=study, pseudonym=pseudonym) for study, pseudonym in known)
    reach.where(cases, reduce(or_, pairs, NOTHING))
    reach.where(keys, Q(household__in=whom.households))


def _in_journals(reach: Reach) -> None:
    """By label: the doors stand above this domain."""
    who = [str(one) for one in reach.whom.leaving]
    images = [Q(**{f"{image}__{column}__in": who}) for image in IMAGES for column in PEOPLE]
    reach.where(apps.get_model("doubles.MergeEntry"), reduce(or_, images))
    written = Q(row__in=reach.keys_as_text(*REGISTER))
    reach.where(apps.get_model("exchange.JournalEntry"), reduce(or_, images, written))
    candidates = (Q(candidates__contains=[{"subject": one}]) for one in who)
    reach.where(apps.get_model("exchange.ReviewItem"), reduce(or_, candidates, Q(chosen__in=reach.whom.leaving)))


def _history(reach: Reach) -> None:
    """What rows were; and of a family that stays, what its joint rows were as long as they named who leaves."""
    whom = reach.whom
    reach.where(Change, Q(dossier__in=whom.dossiers) | Q(subject__in=whom.leaving))
    for model, keys in list(reach.rows.items()):
        if model is not Change and hasattr(model, "personal"):
            reach.where(Change, Q(name=_table(model), row__in=[str(key) for key in keys]))
    if whom.person is not None:
        named = reduce(or_, (Q(before__icontains=name) for name in sorted(_full(whom))), NOTHING)
        reach.where(Change, Q(dossier__in=whom.person.dossiers) & named)


def _full(whom: Whom) -> frozenset[str]:
    """Whole names: a first name alone would find other people."""
    names = whom.person.names if whom.person else frozenset()
    return frozenset(name for name in names if " " in name)


def _said(model: type[Model], whom: Whom) -> Q:
    assert whom.person is not None
    return DECLARED[code_of(model)].rows(whom.person)


def _table(model: type[Model]) -> str:
    return str(model._meta.db_table)  # noqa: SLF001  Django's public API
