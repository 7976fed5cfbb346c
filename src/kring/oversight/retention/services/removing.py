"""Taking away all that a line reaches, in the transaction of the caller: all or nothing. As role kring_retention."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext as _

from kring.ground.documents.models import Document
from kring.oversight.retention.models import DestructionLine
from kring.oversight.retention.reach import Reach
from kring.oversight.retention.rules.versions import without
from kring.oversight.rights.belonging import DECLARED, Whose
from kring.oversight.rights.belonging.tables import code_of, rows_of
from kring.practice.course.models import Felt
from kring.practice.plans.models import Action, Discussion, Goal, PlanVersion, Position
from kring.practice.plans.rules.content import PlanContent, digest

NAME_OF: Mapping[str, str] = {"consents.HelpAnswer": "name", "rights.DataRequest": "asker"}
"""Beside the relation stands the name, as it was said."""
OWN_OPINIONS = frozenset({Position, Felt})
"""What somebody thinks of the plan and of the help goes with that person."""


@dataclass(frozen=True, slots=True)
class Removed:
    """How much went: rows of every table, and the documents among them."""

    rows: int
    files: int


def remove(reach: Reach) -> Removed:
    """Foreign keys are looked at when the transaction ends, so the order does not matter."""
    if reach.whom.person is not None:
        _take_out_of_plans(reach, reach.whom.person)
    _take_out_of_answers(reach)
    files = len(reach.rows.get(Document, ()))
    rows = sum(_delete(model, keys) for model, keys in reach.rows.items() if keys)
    _forget_in_lists(reach)
    return Removed(rows, files)


def _delete(model: type[Model], keys: set[object]) -> int:
    """Past the models: what Django protects is what must go."""
    quote, meta = connection.ops.quote_name, model._meta  # noqa: SLF001  Django's public API
    with connection.cursor() as cursor:
        cursor.execute(f"delete from {quote(meta.db_table)} where {quote(str(meta.pk.column))} = any(%s)", [list(keys)])  # noqa: S608  names of our own models
        return int(cursor.rowcount)


def gone() -> str:
    """Where a name was."""
    return _("iemand van wie de gegevens zijn vernietigd")


def _take_out_of_plans(reach: Reach, person: Whose) -> None:
    """The words stay: they are the plan of the family. Whose they were does not."""
    for code, belonging in DECLARED.items():
        for tie in belonging.ties:
            model = apps.get_model(code)
            if tie.way == "said" and model not in OWN_OPINIONS:
                staying = rows_of(model).filter(tie.rows(person)).exclude(pk__in=reach.rows.get(model, ()))
                staying.update(**{tie.name: gone()})
    ids = {str(key) for model in (Goal, Action) for key in reach.rows.get(model, ())}
    versions = PlanVersion.objects.filter(dossier_id__in=person.dossiers - reach.whom.dossiers)
    for version in versions.order_by("id"):
        left = without(version.content, names=person.names, ids=ids, gone=gone())
        if left != version.content:
            held = cast("PlanContent", left)
            PlanVersion.objects.filter(id=version.id).update(content=held, sha256=digest(held))
    for talk in Discussion.objects.filter(dossier_id__in=person.dossiers - reach.whom.dossiers).order_by("id"):
        present = without(talk.present, names=person.names, ids=ids, gone=gone())
        Discussion.objects.filter(id=talk.id).update(present=present)


def _take_out_of_answers(reach: Reach) -> None:
    for model, named in reach.named.items():
        for field in {name for name, _key in named}:
            keys = {key for name, key in named if name == field} - reach.rows.get(model, set())
            rows_of(model).filter(pk__in=keys).update(**{field: None, NAME_OF[code_of(model)]: gone()})


def _forget_in_lists(reach: Reach) -> None:
    """Lines of earlier lists, on which it was kept longer."""
    lines = DestructionLine.objects.all()
    for found in (lines.filter(dossier__in=reach.whom.dossiers), lines.filter(subject__in=reach.whom.leaving)):
        found.update(dossier=None, subject=None, request=None, keep_words="")
