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
            name="Provider",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=160, verbose_name="naam")),
                ("agb_code", models.CharField(blank=True, max_length=8, verbose_name="AGB-code")),
            ],
            options={
                "verbose_name": "aanbieder",
                "verbose_name_plural": "aanbieders",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("agb_code", ""), _negated=True),
                        fields=("agb_code",),
                        name="one_provider_per_agb",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("agb_code", "")), fields=("name",), name="one_provider_per_name"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Provision",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
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
                ("product", models.CharField(max_length=200, verbose_name="voorziening")),
                (
                    "category_code",
                    models.CharField(blank=True, max_length=2, verbose_name="productcategorie"),
                ),
                ("product_code", models.CharField(blank=True, max_length=5, verbose_name="productcode")),
                (
                    "municipality_code",
                    models.CharField(blank=True, max_length=4, verbose_name="gemeentecode"),
                ),
                (
                    "case_number",
                    models.CharField(blank=True, max_length=60, verbose_name="zaak- of toewijzingsnummer"),
                ),
                ("volume", models.CharField(blank=True, max_length=60, verbose_name="omvang")),
                ("assigned_volume", models.IntegerField(blank=True, null=True, verbose_name="toegewezen volume")),
                ("assigned_unit", models.CharField(blank=True, max_length=2, verbose_name="toegewezen eenheid")),
                (
                    "assigned_frequency",
                    models.CharField(blank=True, max_length=1, verbose_name="toegewezen frequentie"),
                ),
                (
                    "budget_cents",
                    models.BigIntegerField(blank=True, null=True, verbose_name="toegewezen budget, in centen"),
                ),
                ("started_on", models.DateField(verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "actual_start_on",
                    models.DateField(blank=True, null=True, verbose_name="werkelijk gestart op"),
                ),
                (
                    "actual_end_on",
                    models.DateField(blank=True, null=True, verbose_name="werkelijk gestopt op"),
                ),
                ("stop_reason", models.CharField(blank=True, max_length=2, verbose_name="reden van stoppen")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("assigned", "toegewezen"),
                            ("running", "gestart"),
                            ("stopped", "gestopt"),
                            ("withdrawn", "ingetrokken"),
                        ],
                        default="assigned",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "told_by_family",
                    models.BooleanField(default=False, verbose_name="alleen bekend van het gezin"),
                ),
                ("source", models.CharField(max_length=60, verbose_name="bron")),
                (
                    "source_key",
                    models.CharField(blank=True, max_length=120, verbose_name="sleutel bij de bron"),
                ),
                (
                    "stated_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="volgens opgave van"),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="care.provider",
                        verbose_name="aanbieder",
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
                "verbose_name": "voorziening",
                "verbose_name_plural": "voorzieningen",
            },
        ),
        migrations.CreateModel(
            name="Helper",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
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
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("function", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                (
                    "organisation_name",
                    models.CharField(blank=True, max_length=160, verbose_name="organisatie"),
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
                    "provision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="helpers",
                        to="care.provision",
                        verbose_name="voorziening",
                    ),
                ),
            ],
            options={
                "verbose_name": "hulpverlener",
                "verbose_name_plural": "hulpverleners",
            },
        ),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
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
                ("reference", models.CharField(max_length=40, verbose_name="referentie")),
                (
                    "previous",
                    models.CharField(blank=True, max_length=40, verbose_name="referentie van wat wordt gecrediteerd"),
                ),
                ("message", models.CharField(max_length=40, verbose_name="berichtkenmerk")),
                ("position", models.PositiveIntegerField(verbose_name="plaats in het bericht")),
                (
                    "case_number",
                    models.CharField(blank=True, max_length=60, verbose_name="toewijzingsnummer"),
                ),
                (
                    "category_code",
                    models.CharField(blank=True, max_length=2, verbose_name="productcategorie"),
                ),
                ("product_code", models.CharField(blank=True, max_length=5, verbose_name="productcode")),
                ("began_on", models.DateField(verbose_name="periode van")),
                ("ended_on", models.DateField(verbose_name="periode tot en met")),
                ("volume", models.BigIntegerField(verbose_name="geleverd volume")),
                ("unit", models.CharField(max_length=2, verbose_name="eenheid")),
                ("cents", models.BigIntegerField(verbose_name="bedrag in centen")),
                (
                    "sender",
                    models.CharField(blank=True, max_length=8, verbose_name="AGB-code van de afzender"),
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
                    "provision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to="care.provision",
                        verbose_name="voorziening",
                    ),
                ),
            ],
            options={
                "verbose_name": "gedeclareerde prestatie",
                "verbose_name_plural": "gedeclareerde prestaties",
            },
        ),
        migrations.CreateModel(
            name="ProvisionEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
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
                    "kind",
                    models.CharField(
                        choices=[("start", "start zorg (305)"), ("stop", "stop zorg (307)")],
                        max_length=5,
                        verbose_name="soort",
                    ),
                ),
                (
                    "case_number",
                    models.CharField(blank=True, max_length=60, verbose_name="toewijzingsnummer"),
                ),
                (
                    "category_code",
                    models.CharField(blank=True, max_length=2, verbose_name="productcategorie"),
                ),
                ("product_code", models.CharField(blank=True, max_length=5, verbose_name="productcode")),
                ("began_on", models.DateField(verbose_name="begindatum")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="einddatum")),
                ("reason", models.CharField(blank=True, max_length=2, verbose_name="reden")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("active", "geldt"),
                            ("waiting", "wacht op de start of de toewijzing"),
                            ("replaced", "vervangen"),
                            ("withdrawn", "ingetrokken"),
                        ],
                        default="active",
                        max_length=9,
                        verbose_name="stand",
                    ),
                ),
                (
                    "sender",
                    models.CharField(blank=True, max_length=8, verbose_name="AGB-code van de afzender"),
                ),
                ("message", models.CharField(max_length=40, verbose_name="berichtkenmerk")),
                ("reported_on", models.DateField(null=True, verbose_name="gemeld op")),
                (
                    "provision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="care.provision",
                        verbose_name="voorziening",
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
                "verbose_name": "start of stop",
                "verbose_name_plural": "starts en stops",
            },
        ),
        migrations.CreateModel(
            name="ProvisionCost",
            fields=[
                (
                    "provision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="cost",
                        serialize=False,
                        to="care.provision",
                        verbose_name="voorziening",
                    ),
                ),
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
                    "state",
                    models.CharField(
                        choices=[
                            ("known", "bekend"),
                            ("estimated", "geschat"),
                            ("unknown", "onbekend"),
                            ("elsewhere", "niet van de gemeente"),
                        ],
                        max_length=9,
                        verbose_name="stand van de kosten",
                    ),
                ),
                (
                    "cents_per_year",
                    models.BigIntegerField(blank=True, null=True, verbose_name="per jaar, in centen"),
                ),
                (
                    "cents_once",
                    models.BigIntegerField(blank=True, null=True, verbose_name="eenmalig, in centen"),
                ),
                (
                    "cents_declared",
                    models.BigIntegerField(blank=True, null=True, verbose_name="gedeclareerd, in centen"),
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
                "verbose_name": "kosten van een voorziening",
                "verbose_name_plural": "kosten van voorzieningen",
            },
        ),
        migrations.CreateModel(
            name="Received",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", models.CharField(max_length=6, verbose_name="soort")),
                ("sender", models.CharField(max_length=60, verbose_name="afzender")),
                ("identification", models.CharField(max_length=40, verbose_name="kenmerk")),
                ("dated", models.DateField(verbose_name="dagtekening")),
                ("digest", models.CharField(max_length=64, verbose_name="controlegetal van de inhoud")),
                ("declared_as", models.CharField(blank=True, max_length=12, verbose_name="declaratienummer")),
                ("declared_from", models.DateField(null=True, verbose_name="declaratieperiode vanaf")),
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
                "verbose_name": "ontvangen bericht",
                "verbose_name_plural": "ontvangen berichten",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "kind", "sender", "identification", "dated"),
                        name="one_message_per_identification",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="provision",
            index=models.Index(fields=["subject", "law"], name="provision_of"),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_key", ""), _negated=True),
                fields=("source", "source_key"),
                name="one_provision_per_source_key",
            ),
        ),
        migrations.AddConstraint(
            model_name="provision",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"),
                name="provision_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="helper",
            index=models.Index(fields=["subject", "law"], name="helper_of"),
        ),
        migrations.AddConstraint(
            model_name="helper",
            constraint=models.UniqueConstraint(
                fields=("provision", "name", "organisation_name"), name="helper_once_per_provision"
            ),
        ),
        migrations.AddIndex(
            model_name="declaration",
            index=models.Index(fields=["subject", "law"], name="declaration_of"),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.UniqueConstraint(fields=("message", "reference", "position"), name="declared_once"),
        ),
        migrations.AddIndex(
            model_name="provisionevent",
            index=models.Index(fields=["subject", "law"], name="event_of"),
        ),
        migrations.AddConstraint(
            model_name="provisioncost",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["known", "estimated"]), _negated=True),
                    ("cents_per_year__isnull", False),
                    ("cents_once__isnull", False),
                    ("cents_declared__isnull", False),
                    _connector="OR",
                ),
                name="known_cost_has_amount",
            ),
        ),
        Protect(
            "Provider",
            scope="open",
            part="settings",
            privileges=Privileges(app="select", importer="select, insert, update, delete", snapshot="select"),
        ),
        Protect(
            "Provision",
            scope="subject",
            part="provision",
            privileges=Privileges(app="select", importer="select, insert, update, delete", snapshot="select"),
        ),
        Protect(
            "ProvisionEvent",
            scope="subject",
            part="provision",
            privileges=Privileges(app="select", importer="select, insert, update, delete"),
        ),
        Protect(
            "ProvisionCost",
            scope="subject",
            part="provision_cost",
            privileges=Privileges(app="select", importer="select, insert, update, delete", snapshot="select"),
        ),
        Protect(
            "Declaration",
            scope="subject",
            part="provision_cost",
            privileges=Privileges(app="select", importer="select, insert, update, delete"),
        ),
        Protect(
            "Helper",
            scope="subject",
            part="provision",
            privileges=Privileges(
                app="select",
                importer="select, insert, update, delete",
                snapshot="select (id, provision_id, subject_id, law)",
                definer="select (provision_id, subject_id, name, organisation_name)",
            ),
        ),
        Protect(
            "Received",
            scope="organisation",
            part="delivery",
            privileges=Privileges(app="", importer="select, insert, update, delete"),
        ),
    ]
