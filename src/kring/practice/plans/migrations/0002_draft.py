"""Drafts of the kitchen table: each writer reads and writes the own ones, and nobody else does."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_own_access"),
        ("plans", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("place", models.CharField(max_length=60, verbose_name="vraag")),
                ("fields", models.JSONField(verbose_name="wat er getypt is")),
                ("since", models.TextField(blank=True, verbose_name="waar het mee begon")),
                ("saved_at", models.DateTimeField(verbose_name="bewaard op")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="access.account",
                        verbose_name="schrijver",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "concept",
                "verbose_name_plural": "concepten",
                "indexes": [models.Index(fields=["author", "dossier"], name="draft_of")],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "author", "place"), name="one_draft_per_place")
                ],
            },
        ),
        Protect(
            "Draft",
            scope="own",
            part="draft",
            own="author_id",
            privileges=Privileges(app="select, insert, update, delete", jobs="select (id, saved_at), delete"),
        ),
    ]
