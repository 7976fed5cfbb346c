"""Rows read aside with the row they belong to, in one column: a page asks no statement for each list."""

from typing import TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, QuerySet
from django.db.models.functions import JSONObject

M = TypeVar("M", bound=Model)


def rows_aside(rows: QuerySet[M], *names: str) -> ArraySubquery:
    """A list of objects with these fields, in the order of `rows`; of `member__name` the name is `name`.

    As JSON gives them: ids and days are text.
    """
    return ArraySubquery(rows.values(json=JSONObject(**{name.rsplit("__", 1)[-1]: F(name) for name in names})))
