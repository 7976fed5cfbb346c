import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0003_named_readers"),
    ]

    operations = [
        migrations.CreateModel(
            name="HelpConsent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                ("help", models.CharField(max_length=200, verbose_name="welke hulp")),
                ("is_invasive", models.BooleanField(verbose_name="ingrijpende hulp")),
                ("is_capable", models.BooleanField(verbose_name="kan zelf beslissen")),
                ("group", models.CharField(max_length=10, verbose_name="leeftijd toen het gevraagd werd")),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                ("asked_by", models.UUIDField(verbose_name="gevraagd door")),
                ("assumed_at", models.DateTimeField(blank=True, null=True, verbose_name="verondersteld op")),
                ("exception", models.CharField(blank=True, max_length=10, verbose_name="uitzondering")),
                (
                    "reason",
                    models.CharField(
                        blank=True, max_length=800, verbose_name="reden van de uitzondering of van het veronderstellen"
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
                        verbose_name="voor wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "instemming met hulp",
                "verbose_name_plural": "instemmingen met hulp",
            },
        ),
        migrations.CreateModel(
            name="HelpAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField(verbose_name="volgnummer")),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("capacity", models.CharField(max_length=15, verbose_name="als")),
                ("said", models.CharField(max_length=10, verbose_name="antwoord")),
                ("said_on", models.DateField(verbose_name="gezegd op")),
                ("channel", models.CharField(blank=True, max_length=10, verbose_name="hoe")),
                ("evidence", models.CharField(blank=True, max_length=400, verbose_name="waaruit blijkt het?")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="wie antwoordt",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="consents.helpconsent",
                        verbose_name="instemming",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord over hulp",
                "verbose_name_plural": "antwoorden over hulp",
                "constraints": [models.UniqueConstraint(fields=("consent", "number"), name="one_answer_at_a_time")],
            },
        ),
        migrations.AddConstraint(
            model_name="helpconsent",
            constraint=models.CheckConstraint(
                condition=models.Q(("exception", ""), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="exception_of_help_has_reason",
            ),
        ),
        migrations.CreateModel(
            name="DataConsent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("purpose", models.CharField(max_length=15, verbose_name="waarvoor")),
                ("details", models.CharField(max_length=400, verbose_name="waar het precies om gaat")),
                ("is_capable", models.BooleanField(verbose_name="kan zelf beslissen")),
                ("until", models.DateField(verbose_name="geldt tot")),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                ("asked_by", models.UUIDField(verbose_name="gevraagd door")),
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
                "verbose_name": "toestemming AVG",
                "verbose_name_plural": "toestemmingen AVG",
            },
        ),
        migrations.CreateModel(
            name="DataAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField(verbose_name="volgnummer")),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("capacity", models.CharField(max_length=15, verbose_name="als")),
                ("said", models.CharField(max_length=10, verbose_name="antwoord")),
                ("said_on", models.DateField(verbose_name="gezegd op")),
                ("channel", models.CharField(blank=True, max_length=10, verbose_name="hoe")),
                ("evidence", models.CharField(blank=True, max_length=400, verbose_name="waaruit blijkt het?")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="wie antwoordt",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="consents.dataconsent",
                        verbose_name="toestemming",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord over gegevens",
                "verbose_name_plural": "antwoorden over gegevens",
                "constraints": [
                    models.UniqueConstraint(fields=("consent", "number"), name="one_answer_about_data_at_a_time")
                ],
            },
        ),
        Protect(
            "HelpConsent",
            scope="dossier",
            part="sharing",
            author="asked_by",
            privileges=Privileges(app="select, insert, update (assumed_at, exception, reason)"),
        ),
        Protect(
            "HelpAnswer",
            scope="dossier",
            part="sharing",
            author="written_by",
            privileges=Privileges(app="select, insert"),
        ),
        Protect(
            "DataConsent",
            scope="dossier",
            part="sharing",
            author="asked_by",
            privileges=Privileges(app="select, insert"),
        ),
        Protect(
            "DataAnswer",
            scope="dossier",
            part="sharing",
            author="written_by",
            privileges=Privileges(app="select, insert"),
        ),
    ]
