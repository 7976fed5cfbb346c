import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

NUMBERS = """
create sequence exchange_delivery_number;
grant usage on sequence exchange_delivery_number to kring_app, kring_import;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.BigIntegerField(unique=True, verbose_name="nummer")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("brp", "personen (BRP)"),
                            ("istandaarden", "berichten (iJw en iWmo)"),
                            ("voorzieningen", "voorzieningen (CSV)"),
                            ("adressen", "adressen en buurten"),
                        ],
                        max_length=14,
                        verbose_name="soort",
                    ),
                ),
                ("file_name", models.CharField(max_length=200, verbose_name="bestand")),
                ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "wacht op verwerking"),
                            ("done", "verwerkt"),
                            ("refused", "geweigerd"),
                            ("unchanged", "was al verwerkt"),
                            ("undoing", "wordt teruggedraaid"),
                            ("undone", "teruggedraaid"),
                        ],
                        default="waiting",
                        max_length=9,
                        verbose_name="stand",
                    ),
                ),
                ("brought_by", models.UUIDField(verbose_name="aangeleverd door")),
                ("brought_at", models.DateTimeField(verbose_name="aangeleverd op")),
                ("done_at", models.DateTimeField(null=True, verbose_name="verwerkt op")),
                ("rows", models.IntegerField(default=0, verbose_name="regels")),
                ("created", models.IntegerField(default=0, verbose_name="nieuw")),
                ("changed", models.IntegerField(default=0, verbose_name="gewijzigd")),
                ("unchanged", models.IntegerField(default=0, verbose_name="ongewijzigd")),
                ("to_review", models.IntegerField(default=0, verbose_name="te beoordelen")),
                ("refused", models.IntegerField(default=0, verbose_name="geweigerd")),
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
                "verbose_name": "levering",
                "verbose_name_plural": "leveringen",
                "indexes": [models.Index(fields=["organisation", "sha256"], name="delivery_of_file")],
            },
        ),
        migrations.CreateModel(
            name="WaitingFile",
            fields=[
                (
                    "delivery",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="exchange.delivery",
                        verbose_name="levering",
                    ),
                ),
                ("content", models.BinaryField(verbose_name="inhoud")),
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
                "verbose_name": "bestand in afwachting",
                "verbose_name_plural": "bestanden in afwachting",
            },
        ),
        migrations.CreateModel(
            name="DeliveryLine",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("file_name", models.CharField(blank=True, max_length=200, verbose_name="bestand")),
                ("line", models.IntegerField(null=True, verbose_name="regel")),
                ("field", models.CharField(blank=True, max_length=120, verbose_name="veld")),
                ("rule", models.CharField(blank=True, max_length=20, verbose_name="regelcode")),
                ("severity", models.CharField(max_length=10, verbose_name="soort")),
                ("what", models.CharField(max_length=400, verbose_name="wat")),
                ("why", models.CharField(blank=True, max_length=400, verbose_name="waarom")),
                ("todo", models.CharField(blank=True, max_length=400, verbose_name="wat te doen")),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="exchange.delivery",
                        verbose_name="levering",
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
                "verbose_name": "regel van een levering",
                "verbose_name_plural": "regels van leveringen",
            },
        ),
        migrations.CreateModel(
            name="ReviewItem",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("line", models.IntegerField(null=True, verbose_name="regel")),
                ("reason", models.CharField(max_length=400, verbose_name="waarom")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="kenmerk van de persoon")),
                ("row", models.JSONField(verbose_name="de regel")),
                ("candidates", models.JSONField(default=list, verbose_name="wie het kan zijn")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "te beoordelen"),
                            ("matched", "gekoppeld"),
                            ("new", "nieuwe persoon"),
                            ("dropped", "niet verwerken"),
                        ],
                        default="open",
                        max_length=8,
                        verbose_name="stand",
                    ),
                ),
                ("chosen", models.UUIDField(null=True, verbose_name="gekoppeld aan")),
                ("decided_by", models.UUIDField(null=True, verbose_name="beoordeeld door")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="beoordeeld op")),
                ("applied_at", models.DateTimeField(null=True, verbose_name="verwerkt op")),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="exchange.delivery",
                        verbose_name="levering",
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
                "verbose_name": "te beoordelen regel",
                "verbose_name_plural": "te beoordelen regels",
                "indexes": [models.Index(fields=["organisation", "fingerprint"], name="review_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("state", "open")),
                            models.Q(models.Q(("state", "open"), _negated=True), ("decided_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="review_decided_has_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("chosen__isnull", False), ("state", "matched")),
                            models.Q(models.Q(("state", "matched"), _negated=True), ("chosen", None)),
                            _connector="OR",
                        ),
                        name="review_matched_has_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JournalEntry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("table", models.CharField(max_length=60, verbose_name="tabel")),
                ("row", models.CharField(max_length=60, verbose_name="rij")),
                ("unit", models.CharField(max_length=80, verbose_name="hoort bij")),
                ("line", models.IntegerField(null=True, verbose_name="regel")),
                ("before", models.JSONField(null=True, verbose_name="ervoor")),
                ("after", models.JSONField(null=True, verbose_name="erna")),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="exchange.delivery",
                        verbose_name="levering",
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
                "verbose_name": "journaalregel",
                "verbose_name_plural": "journaalregels",
                "indexes": [models.Index(fields=["table", "row"], name="journal_row")],
            },
        ),
        Protect(
            "Delivery",
            scope="organisation",
            part="delivery",
            privileges=Privileges(app="select, insert, update (state)", importer="select, insert, update"),
        ),
        Protect(
            "WaitingFile",
            scope="organisation",
            part="delivery",
            privileges=Privileges(app="insert", importer="select, insert, delete"),
        ),
        Protect(
            "DeliveryLine",
            scope="organisation",
            part="delivery",
            privileges=Privileges(app="select", importer="select, insert"),
        ),
        Protect(
            "JournalEntry",
            scope="organisation",
            part="journal",
            privileges=Privileges(app="", importer="select, insert, update, delete"),
        ),
        Protect(
            "ReviewItem",
            scope="organisation",
            part="register",
            privileges=Privileges(
                app="select, update (state, chosen, decided_by, decided_at)",
                merging="select, update",
                importer="select, insert, update, delete",
            ),
        ),
        migrations.RunSQL(NUMBERS, migrations.RunSQL.noop),
    ]
