import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

CLOSED = """
create policy closed_stays on breaches_breach as restrictive for update to kring_app
  using (closed_on is null) with check (true);
"""
"""A closed record is never changed: a supervisor must be able to trust it."""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Breach",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("seen", "iemand zag of kreeg gegevens die niet voor hem waren"),
                            ("changed", "gegevens zijn veranderd door wie dat niet mocht"),
                            ("lost", "gegevens zijn kwijt of onbereikbaar"),
                        ],
                        max_length=7,
                        verbose_name="soort",
                    ),
                ),
                ("what", models.TextField(max_length=4000, verbose_name="wat is er gebeurd")),
                ("happened_on", models.DateField(blank=True, null=True, verbose_name="wanneer gebeurde het")),
                ("discovered_at", models.DateTimeField(verbose_name="wanneer ontdekt")),
                ("due_at", models.DateTimeField(verbose_name="melden uiterlijk")),
                ("data", models.CharField(max_length=800, verbose_name="welke gegevens")),
                ("people_count", models.PositiveIntegerField(blank=True, null=True, verbose_name="hoeveel mensen")),
                ("people", models.CharField(blank=True, max_length=400, verbose_name="wat voor mensen")),
                (
                    "consequences",
                    models.TextField(blank=True, max_length=4000, verbose_name="gevolgen voor die mensen"),
                ),
                ("measures", models.TextField(blank=True, max_length=4000, verbose_name="wat is eraan gedaan")),
                (
                    "authority",
                    models.CharField(
                        blank=True,
                        choices=[("", "nog niet besloten"), ("yes", "wel melden"), ("no", "niet melden")],
                        max_length=3,
                        verbose_name="melden bij de AP",
                    ),
                ),
                ("authority_reason", models.CharField(blank=True, max_length=800, verbose_name="waarom wel of niet")),
                ("authority_at", models.DateTimeField(blank=True, null=True, verbose_name="gemeld bij de AP op")),
                ("late_reason", models.CharField(blank=True, max_length=800, verbose_name="waarom later dan 72 uur")),
                (
                    "subjects",
                    models.CharField(
                        blank=True,
                        choices=[("", "nog niet besloten"), ("yes", "wel melden"), ("no", "niet melden")],
                        max_length=3,
                        verbose_name="melden aan de mensen zelf",
                    ),
                ),
                (
                    "subjects_reason",
                    models.CharField(blank=True, max_length=800, verbose_name="waarom wel of niet aan de mensen"),
                ),
                ("subjects_on", models.DateField(blank=True, null=True, verbose_name="aan de mensen gemeld op")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="gesloten op")),
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
                "verbose_name": "datalek",
                "verbose_name_plural": "datalekken",
                "indexes": [models.Index(fields=["organisation", "discovered_at"], name="breach_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on", None),
                            models.Q(
                                models.Q(("authority", ""), _negated=True),
                                models.Q(("authority_reason", ""), _negated=True),
                                models.Q(("subjects", ""), _negated=True),
                                models.Q(("subjects_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="breach_closed_has_decisions",
                    )
                ],
            },
        ),
        Protect("Breach", scope="organisation", part="breach", privileges=Privileges(app="select, insert, update")),
        migrations.RunSQL(CLOSED, migrations.RunSQL.noop),
    ]
