"""What a row was before one's own last deed on it, for whoever takes that deed back within ten minutes."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Model

from kring.ground.audit.past import Values
from kring.ground.audit.queries import moments_of
from kring.ground.shared.undoing import can_undo


def before_last(model: type[Model], ident: object, fields: Sequence[str], *, by: UUID, at: datetime) -> Values | None:
    """Of these fields; None when that deed made the row. Refuses what is not one's own last deed, or too long ago."""
    last = next(reversed(moments_of(model, ident, fields)), None)
    can_undo(last, by=by, at=at).enforce()
    return last.was if last else None
