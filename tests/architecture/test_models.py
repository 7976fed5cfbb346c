"""Relations, fields and migrations follow the direction of the house: what import-linter cannot see."""

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.test.utils import isolate_apps

from kring.practice.plans.models import Plan

FLOORS = (
    "shared", "audit", "organisations", "access", "configuration", "agenda", "documents", "areas", "households",
    "care", "circle", "drawings", "leads", "consents", "plans", "statements", "figures", "studies", "breaches",
    "rights", "exchange", "demo", "web",
)  # fmt: skip
"""The apps from the lowest up."""

OURS = [model for label in FLOORS for model in apps.get_app_config(label).get_models()]


def upward_relations(model: type[models.Model]) -> list[str]:
    height = FLOORS.index(model._meta.app_label)
    return [
        f"{model.__name__}.{field.name} reaches up to {field.related_model._meta.label}"
        for field in model._meta.get_fields()
        if field.is_relation
        and not field.auto_created
        and isinstance(field.related_model, type)
        and field.related_model._meta.app_label in FLOORS
        and FLOORS.index(field.related_model._meta.app_label) > height
    ]


def unclassed_fields(model: type[models.Model]) -> list[str]:
    """Every field is personal or plain, and in one of them only."""
    names = {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    personal, plain = set(getattr(model, "personal", ())), set(getattr(model, "plain", ()))
    return [f"{model.__name__}: {name}" for name in sorted((names ^ (personal | plain)) | (personal & plain))]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_relations_point_sideways_or_down(model: type[models.Model]) -> None:
    assert upward_relations(model) == []


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_field_is_personal_or_plain(model: type[models.Model]) -> None:
    assert unclassed_fields(model) == []


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_model_says_what_it_is_called(model: type[models.Model]) -> None:
    assert "verbose_name" in model._meta.original_attrs
    assert "__str__" in vars(model)


def test_migrations_depend_downward() -> None:
    loader = MigrationLoader(connection=None)
    faults = [
        f"{label}.{name} depends on {dependency[0]}"
        for (label, name), migration in loader.disk_migrations.items()
        if label in FLOORS
        for dependency in migration.dependencies
        if dependency[0] in FLOORS and FLOORS.index(dependency[0]) > FLOORS.index(label)
    ]
    assert faults == []


@isolate_apps("kring.ground.audit")
def test_a_planted_upward_relation_and_an_unclassed_field_are_found() -> None:
    class Planted(models.Model):
        plan = models.ForeignKey(Plan, models.PROTECT)

        class Meta:
            app_label = "audit"

    assert upward_relations(Planted) == ["Planted.plan reaches up to plans.Plan"]
    assert unclassed_fields(Planted) == ["Planted: id", "Planted: plan"]
