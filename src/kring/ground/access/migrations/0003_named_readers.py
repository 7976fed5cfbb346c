"""Who reads what is protected or shielded, by name. An account sees its own rows; the rest goes through the gate."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect


class Migration(migrations.Migration):
    dependencies = [("access", "0002_borrowed_tables")]

    operations = [
        migrations.CreateModel(
            name="NamedReader",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "contact"),
                            (1, "gezamenlijk plan"),
                            (2, "domeindossier"),
                            (3, "beschermd"),
                            (4, "afgeschermd adres of verblijf"),
                        ],
                        verbose_name="beschermniveau",
                    ),
                ),
                ("ground", models.CharField(max_length=400, verbose_name="reden")),
                ("named_by", models.UUIDField(verbose_name="aangewezen door")),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("review_on", models.DateField(verbose_name="nakijken op")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("ended_by", models.UUIDField(blank=True, null=True, verbose_name="gestopt door")),
                ("end_reason", models.CharField(blank=True, max_length=400, verbose_name="waarom gestopt")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="named_for",
                        to="access.account",
                        verbose_name="wie",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="named_readers",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="over wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "aangewezen lezer",
                "verbose_name_plural": "aangewezen lezers",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", (3, 4))), name="named_for_what_is_protected"
                    )
                ],
            },
        ),
        Protect(
            "NamedReader",
            scope="own",
            part="rights",
            privileges=Privileges(
                app="select",
                gate="select, insert, update (ended_at, ended_by, end_reason)",
                definer="select (id, dossier_id, subject_id, level, ended_at)",
            ),
        ),
    ]
