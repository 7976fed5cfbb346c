"""Which tables name a person: by a relation to a subject, or to a row whose own key is a subject's."""

from django.db.models import Model

SUBJECT = "access.Subject"


def names_a_person(model: type[Model]) -> bool:
    columns = model._meta.concrete_fields  # noqa: SLF001  Django's public API
    related = (getattr(column, "related_model", None) for column in columns)
    return any(isinstance(one, type) and is_of_a_person(one) for one in (model, *related))


def is_of_a_person(model: type[Model]) -> bool:
    """A subject, or a row that is one subject's."""
    meta = model._meta  # noqa: SLF001  Django's public API
    owner = getattr(meta.pk, "related_model", None)
    return meta.label == SUBJECT or (isinstance(owner, type) and is_of_a_person(owner))
