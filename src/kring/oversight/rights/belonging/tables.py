"""What Django knows about a model: its label, its name for people and its fields."""

from django.db.models import Field, Manager, Model


def code_of(model: type[Model]) -> str:
    """The label: `plans.Goal`."""
    return model._meta.label  # noqa: SLF001  Django's public API


def title_of(model: type[Model]) -> str:
    return str(model._meta.verbose_name_plural)  # noqa: SLF001


def fields_of(model: type[Model]) -> tuple["Field[object, object]", ...]:
    return tuple(model._meta.concrete_fields)  # noqa: SLF001


def rows_of(model: type[Model]) -> Manager[Model]:
    return model._default_manager  # noqa: SLF001
