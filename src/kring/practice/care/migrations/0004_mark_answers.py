"""What is said of something that stands out: of help it opens with its law, of goals and plans with the plan."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

ONLY_WITHDRAWN = Privileges(app="select, insert, update (withdrawn_at, withdrawn_because)")
IN_DOSSIER = """
alter table care_helpanswer add constraint care_helpanswer_same_dossier foreign key (dossier_id, subject_id)
  references access_dossiersubject (dossier_id, subject_id) deferrable initially deferred;
create policy in_dossier on care_helpanswer as restrictive for insert to kring_app
  with check (gate.key(dossier_id, subject_id) = any((select gate.keys('dossier_face', 1))::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_own_access"),
        ("care", "0003_told_help"),
    ]

    operations = [
        migrations.CreateModel(
            name="HelpAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("mark", models.UUIDField(verbose_name="wat opvalt")),
                (
                    "answer",
                    models.CharField(
                        choices=[("fits", "het klopt zo"), ("taken_up", "ik pak het op")],
                        max_length=8,
                        verbose_name="antwoord",
                    ),
                ),
                ("because", models.CharField(max_length=400, verbose_name="waarom")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("withdrawn_because", models.CharField(blank=True, max_length=400, verbose_name="reden van intrekken")),
                (
                    "law",
                    models.CharField(
                        choices=[
                            ("jeugdwet", "Jeugdwet"),
                            ("wmo", "Wmo"),
                            ("participatiewet", "Participatiewet"),
                            ("schuldhulp", "Schuldhulpverlening"),
                            ("leerplicht", "Leerplicht en onderwijs"),
                            ("zvw", "Zorgverzekeringswet"),
                            ("wlz", "Wet langdurige zorg"),
                            ("overig", "Overig"),
                        ],
                        max_length=20,
                        verbose_name="wet",
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
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="over wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord op wat opvalt in de hulp",
                "verbose_name_plural": "antwoorden op wat opvalt in de hulp",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("dossier", "mark"),
                        name="one_answer_per_help_mark",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("mark", models.UUIDField(verbose_name="wat opvalt")),
                (
                    "answer",
                    models.CharField(
                        choices=[("fits", "het klopt zo"), ("taken_up", "ik pak het op")],
                        max_length=8,
                        verbose_name="antwoord",
                    ),
                ),
                ("because", models.CharField(max_length=400, verbose_name="waarom")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("withdrawn_because", models.CharField(blank=True, max_length=400, verbose_name="reden van intrekken")),
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
                "verbose_name": "antwoord op wat opvalt in de plannen",
                "verbose_name_plural": "antwoorden op wat opvalt in de plannen",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("dossier", "mark"),
                        name="one_answer_per_plan_mark",
                    )
                ],
            },
        ),
        Protect("HelpAnswer", scope="subject", part="provision", author="written_by", privileges=ONLY_WITHDRAWN),
        Protect("PlanAnswer", scope="dossier", part="plan", author="written_by", privileges=ONLY_WITHDRAWN),
        migrations.RunSQL(IN_DOSSIER, migrations.RunSQL.noop),
    ]
