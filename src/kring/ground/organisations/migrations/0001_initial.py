import uuid

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [("shared", "0001_gate")]

    operations = [
        migrations.CreateModel(
            name="CoOperation",
            fields=[
                ("id", models.BooleanField(default=True, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
            ],
            options={
                "verbose_name": "samenwerkingsverband",
                "verbose_name_plural": "samenwerkingsverbanden",
                "constraints": [models.CheckConstraint(condition=models.Q(("id", True)), name="one_co_operation")],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("municipality", "gemeente"),
                            ("care_provider", "zorgaanbieder"),
                            ("welfare", "welzijnsorganisatie"),
                            ("volunteers", "vrijwilligersorganisatie"),
                            ("school", "school"),
                            ("gi", "gecertificeerde instelling (GI)"),
                            ("other", "andere organisatie"),
                        ],
                        max_length=14,
                        verbose_name="soort",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "cbs_code",
                    models.CharField(
                        blank=True,
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$", "Vier cijfers.")],
                        verbose_name="CBS-code",
                    ),
                ),
                (
                    "agb_code",
                    models.CharField(
                        blank=True,
                        max_length=8,
                        validators=[django.core.validators.RegexValidator("^\\d{8}$", "Acht cijfers.")],
                        verbose_name="AGB-code",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="beëindigd per")),
            ],
            options={
                "verbose_name": "organisatie",
                "verbose_name_plural": "organisaties",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("cbs_code", ""), _negated=True),
                        fields=("cbs_code",),
                        name="one_organisation_per_cbs_code",
                        violation_error_message="Er is al een organisatie met deze CBS-code.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("agb_code", ""), _negated=True),
                        fields=("agb_code",),
                        name="one_organisation_per_agb_code",
                        violation_error_message="Er is al een organisatie met deze AGB-code.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "municipality"), _negated=True),
                            models.Q(("cbs_code", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="municipality_has_cbs_code",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="beëindigd per")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teams",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "team",
                "verbose_name_plural": "teams",
            },
        ),
        migrations.CreateModel(
            name="Staff",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("function", models.CharField(max_length=120, verbose_name="functie")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon werk")),
                ("started_on", models.DateField(verbose_name="in dienst vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="uit dienst per")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="staff",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="staff",
                        to="organisations.team",
                        verbose_name="team",
                    ),
                ),
            ],
            options={
                "verbose_name": "medewerker",
                "verbose_name_plural": "medewerkers",
            },
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=models.UniqueConstraint(fields=("organisation", "name"), name="one_team_per_name"),
        ),
        migrations.AddConstraint(
            model_name="staff",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"),
                name="staff_ends_after_start",
            ),
        ),
        Protect(
            "CoOperation",
            scope="open",
            part="settings",
            privileges=Privileges(app="select", gate="select, insert", definer="select", snapshot="select"),
        ),
        Protect(
            "Organisation",
            scope="open",
            part="settings",
            privileges=Privileges(
                merging="select",
                app="select",
                gate="select, insert, update",
                importer="select",
                jobs="select",
                snapshot="select",
                definer="select",
            ),
        ),
        Protect(
            "Team",
            scope="organisation",
            part="staff",
            write_part="settings",
            privileges=Privileges(jobs="select"),
        ),
        Protect(
            "Staff",
            scope="organisation",
            part="staff",
            write_part="settings",
            privileges=Privileges(definer="select (id, team_id)"),
        ),
    ]
