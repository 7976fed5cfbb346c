"""Looking back, pausing, closing and after-care, each read and written like the plan."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0004_own_access"),
    ]

    operations = [
        migrations.CreateModel(
            name="Closing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("closed_on", models.DateField(verbose_name="afgesloten op")),
                ("remains", models.TextField(blank=True, max_length=2000, verbose_name="wat blijft er")),
                (
                    "relapse",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="wat doen we als het weer moeilijk wordt"
                    ),
                ),
                ("call", models.CharField(blank=True, max_length=200, verbose_name="wie kan het gezin dan bellen")),
                ("by_agreement", models.BooleanField(verbose_name="samen besloten")),
                (
                    "agreement_words",
                    models.CharField(blank=True, max_length=400, verbose_name="wie het er niet mee eens is, en waarom"),
                ),
                ("scores_asked", models.BooleanField(default=False, verbose_name="laatste cijfers gevraagd")),
                ("letter_given", models.BooleanField(default=False, verbose_name="brief gegeven")),
                ("without", models.CharField(blank=True, max_length=400, verbose_name="waarom niet alles er is")),
                ("reopened_on", models.DateField(blank=True, null=True, verbose_name="heropend op")),
                ("reopened_because", models.CharField(blank=True, max_length=400, verbose_name="waarom heropend")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ongedaan gemaakt op")),
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
                "verbose_name": "afsluiting",
                "verbose_name_plural": "afsluitingen",
            },
        ),
        migrations.CreateModel(
            name="AfterCare",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("due_on", models.DateField(verbose_name="afgesproken op")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="wanneer")),
                ("words", models.CharField(blank=True, max_length=800, verbose_name="hoe het gaat")),
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
                    "closing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="after_care",
                        to="course.closing",
                        verbose_name="afsluiting",
                    ),
                ),
            ],
            options={
                "verbose_name": "nazorg",
                "verbose_name_plural": "nazorgcontacten",
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("held_on", models.DateField(verbose_name="wanneer")),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("same", "zo doorgaan"),
                            ("adjust", "het plan aanpassen"),
                            ("step_down", "afbouwen: minder hulp, meer zelf"),
                            ("close", "afsluiten"),
                        ],
                        max_length=9,
                        verbose_name="wat eruit komt",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=4000, verbose_name="wat er gezegd is")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="volgende keer")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
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
                "verbose_name": "evaluatie",
                "verbose_name_plural": "evaluaties",
            },
        ),
        migrations.CreateModel(
            name="Felt",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("name", models.CharField(max_length=120, verbose_name="wie")),
                (
                    "decided",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="ik kon meebeslissen"),
                ),
                ("helped", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="het hielp")),
                ("remark", models.CharField(blank=True, max_length=400, verbose_name="ik wil er iets bij zeggen")),
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
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="felt",
                        to="course.evaluation",
                        verbose_name="evaluatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "hoe iemand het vond",
                "verbose_name_plural": "hoe mensen het vonden",
            },
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("reason", models.CharField(max_length=400, verbose_name="reden")),
                ("began_on", models.DateField(verbose_name="vanaf")),
                ("until", models.DateField(verbose_name="tot")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="weer verder op")),
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
                "verbose_name": "pauze",
                "verbose_name_plural": "pauzes",
            },
        ),
        migrations.AddIndex(
            model_name="closing",
            index=models.Index(fields=["dossier", "closed_on"], name="closing_of"),
        ),
        migrations.AddConstraint(
            model_name="closing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("by_agreement", True), models.Q(("agreement_words", ""), _negated=True), _connector="OR"
                ),
                name="closed_without_agreement_says_why",
            ),
        ),
        migrations.AddIndex(
            model_name="aftercare",
            index=models.Index(fields=["closing", "due_on"], name="after_care_of"),
        ),
        migrations.AddIndex(
            model_name="evaluation",
            index=models.Index(fields=["dossier", "held_on"], name="evaluation_of"),
        ),
        migrations.AddConstraint(
            model_name="felt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided", None), ("decided__range", (1, 10)), _connector="OR"),
                    models.Q(("helped", None), ("helped__range", (1, 10)), _connector="OR"),
                ),
                name="felt_1_to_10",
            ),
        ),
        migrations.AddConstraint(
            model_name="felt",
            constraint=models.UniqueConstraint(fields=("evaluation", "name"), name="felt_once_per_evaluation"),
        ),
        migrations.AddConstraint(
            model_name="pause",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("dossier",), name="one_pause_of_a_family_at_a_time"
            ),
        ),
        Protect("Evaluation", scope="dossier", part="plan", author="written_by"),
        Protect("Felt", scope="dossier", part="plan", author="written_by", privileges=Privileges(app="select, insert")),
        Protect("Pause", scope="dossier", part="plan", author="written_by"),
        Protect("Closing", scope="dossier", part="plan", author="written_by"),
        Protect("AfterCare", scope="dossier", part="plan", author="written_by"),
    ]
