import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

KEYS = "grant execute on function gate.key(uuid, uuid), gate.law_key(uuid, text) to kring_merge;"
"""Rows are found by these keys: a row that names somebody else has another one."""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0004_own_access"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Double",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("step", models.CharField(max_length=20, verbose_name="waaraan gevonden")),
                ("facts", models.JSONField(verbose_name="wat er van beiden bekend is")),
                (
                    "certainty",
                    models.PositiveSmallIntegerField(null=True, verbose_name="zekerheid in procenten"),
                ),
                ("weights", models.JSONField(default=list, verbose_name="wat hoe zwaar weegt")),
                ("sort_name", models.CharField(blank=True, max_length=200, verbose_name="sorteernaam")),
                ("found_on", models.DateField(verbose_name="gevonden op")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "te beoordelen"),
                            ("merging", "wordt samengevoegd"),
                            ("merged", "samengevoegd"),
                            ("undoing", "wordt ongedaan gemaakt"),
                            ("different", "twee verschillende personen"),
                        ],
                        default="open",
                        max_length=9,
                        verbose_name="stand",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=400, verbose_name="waarom")),
                ("decided_by", models.UUIDField(null=True, verbose_name="beoordeeld door")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="beoordeeld op")),
                ("kept", models.UUIDField(null=True, verbose_name="wie er blijft")),
                ("refused", models.CharField(blank=True, max_length=400, verbose_name="waarom het niet lukte")),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="de een",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="de ander",
                    ),
                ),
            ],
            options={
                "verbose_name": "mogelijk dubbele persoon",
                "verbose_name_plural": "mogelijk dubbele personen",
            },
        ),
        migrations.CreateModel(
            name="MergeEntry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("table", models.CharField(max_length=60, verbose_name="tabel")),
                ("row", models.CharField(max_length=60, verbose_name="rij")),
                ("column", models.CharField(blank=True, max_length=60, verbose_name="kolom")),
                ("before", models.JSONField(null=True, verbose_name="ervoor")),
                ("after", models.JSONField(null=True, verbose_name="erna")),
                (
                    "double",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="doubles.double",
                        verbose_name="dubbele persoon",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name": "regel van een samenvoeging",
                "verbose_name_plural": "regels van samenvoegingen",
            },
        ),
        migrations.AddConstraint(
            model_name="double",
            constraint=models.UniqueConstraint(fields=("one", "other"), name="one_double_of_two"),
        ),
        migrations.AddConstraint(
            model_name="double",
            constraint=models.CheckConstraint(
                condition=models.Q(("one", models.F("other")), _negated=True), name="double_of_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="double",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "open"), ("decided_at__isnull", False), _connector="OR"),
                name="double_decided_has_moment",
            ),
        ),
        Protect(
            "Double",
            scope="organisation",
            part="register",
            privileges=Privileges(app="select, update (state, reason, decided_by, decided_at, refused)"),
        ),
        Protect(
            "MergeEntry",
            scope="organisation",
            part="journal",
            privileges=Privileges(app="", merging="select, insert, delete"),
        ),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
    ]
