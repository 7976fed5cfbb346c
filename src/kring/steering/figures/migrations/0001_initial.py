import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pilot",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="korte naam")),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("purpose", models.TextField(max_length=2000, verbose_name="doel")),
                ("started_on", models.DateField(verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="trekker",
                    ),
                ),
            ],
            options={
                "verbose_name": "pilot",
                "verbose_name_plural": "pilots",
            },
        ),
        migrations.CreateModel(
            name="CouncilLetter",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dated_on", models.DateField(verbose_name="datum")),
                ("figures", models.JSONField(verbose_name="cijfers en definities")),
                ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
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
                    "pilot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="figures.pilot",
                        verbose_name="pilot",
                    ),
                ),
            ],
            options={
                "verbose_name": "raadsbrief",
                "verbose_name_plural": "raadsbrieven",
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("indicator", models.CharField(max_length=40, verbose_name="indicator")),
                ("area", models.UUIDField(null=True, verbose_name="gebied")),
                ("category", models.CharField(blank=True, max_length=40, verbose_name="categorie")),
                ("counted_on", models.DateField(verbose_name="peildatum")),
                ("count", models.IntegerField(verbose_name="aantal")),
                ("base", models.IntegerField(null=True, verbose_name="van")),
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
                "verbose_name": "telling",
                "verbose_name_plural": "tellingen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "indicator", "area", "category", "counted_on"),
                        name="counted_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "domain",
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
                        verbose_name="domein van instroom",
                    ),
                ),
                ("started_on", models.DateField(verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="ingetrokken op")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="cliënt",
                    ),
                ),
                (
                    "pilot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="figures.pilot",
                        verbose_name="pilot",
                    ),
                ),
            ],
            options={
                "verbose_name": "deelname",
                "verbose_name_plural": "deelnames",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_on", None)),
                        fields=("pilot", "subject"),
                        name="client_once_per_pilot",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DisclosureDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("decided_by", models.UUIDField(verbose_name="account")),
                ("decided_by_name", models.CharField(max_length=120, verbose_name="wie besloot")),
                ("decided_at", models.DateTimeField(verbose_name="wanneer")),
                ("reason", models.CharField(max_length=800, verbose_name="waarom")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
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
                    "pilot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="figures.pilot",
                        verbose_name="pilot",
                    ),
                ),
            ],
            options={
                "verbose_name": "besluit over kleine aantallen",
                "verbose_name_plural": "besluiten over kleine aantallen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="disclosure_has_reason"
                    )
                ],
            },
        ),
        Protect(
            "Measure",
            scope="organisation",
            part="figures",
            privileges=Privileges(app="select", snapshot="select, insert, update, delete"),
        ),
        Protect("Pilot", scope="open", part="figures", privileges=Privileges(snapshot="select")),
        Protect(
            "Participation",
            scope="subject",
            part="participation",
            privileges=Privileges(app="", snapshot="select", definer="select, insert, update"),
        ),
        Protect("DisclosureDecision", scope="open", part="figures", privileges=Privileges(snapshot="select")),
        Protect("CouncilLetter", scope="open", part="figures", privileges=Privileges(app="select, insert")),
    ]
