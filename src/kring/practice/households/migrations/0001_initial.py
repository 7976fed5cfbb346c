import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

BOTH_ENDS = """
create policy other_end on households_relation for select to kring_app
  using (other_id = any((select gate.keys('relation', 1))::uuid[]));
create policy both_ends on households_relation as restrictive for select to kring_app
  using (subject_id = any((select gate.keys('person', 1) || gate.keys('relation', 1))::uuid[])
    and other_id = any((select gate.keys('person', 1) || gate.keys('relation', 1))::uuid[]));
"""
"""A family tie is of two people alike: read from either end, by who may know of both."""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "subject",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="access.subject",
                        verbose_name="betrokkene",
                    ),
                ),
                ("display_name", models.CharField(max_length=200, verbose_name="naam")),
                ("sort_name", models.CharField(max_length=200, verbose_name="sorteernaam")),
                ("first_names", models.CharField(blank=True, max_length=200, verbose_name="voornamen")),
                ("prefix", models.CharField(blank=True, max_length=30, verbose_name="voorvoegsel")),
                ("surname", models.CharField(blank=True, max_length=200, verbose_name="geslachtsnaam")),
                ("sounds", models.TextField(blank=True, default="", verbose_name="klanken")),
            ],
            options={
                "verbose_name": "persoon",
                "verbose_name_plural": "personen",
            },
        ),
        migrations.CreateModel(
            name="PersonIdentity",
            fields=[
                (
                    "subject",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="access.subject",
                        verbose_name="betrokkene",
                    ),
                ),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="geboortejaar"),
                ),
                (
                    "birth_month",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="geboortemaand"),
                ),
                (
                    "birth_day",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="geboortedag"),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        help_text="M, V of O, zoals opgegeven",
                        max_length=1,
                        verbose_name="geslacht",
                    ),
                ),
                ("deceased", models.BooleanField(default=False, verbose_name="overleden")),
                ("deceased_on", models.DateField(blank=True, null=True, verbose_name="overleden op")),
                ("secrecy", models.BooleanField(default=False, verbose_name="geheimhouding")),
                (
                    "in_investigation",
                    models.BooleanField(default=False, verbose_name="gegevens in onderzoek bij de BRP"),
                ),
                (
                    "suspended",
                    models.CharField(blank=True, max_length=40, verbose_name="opschorting bijhouding"),
                ),
            ],
            options={
                "verbose_name": "identiteit van een persoon",
                "verbose_name_plural": "identiteiten van personen",
                "indexes": [models.Index(fields=["birth_year", "birth_month", "birth_day"], name="born_on")],
            },
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("area", models.UUIDField(blank=True, null=True, verbose_name="gebied")),
                (
                    "municipality_code",
                    models.CharField(blank=True, max_length=4, verbose_name="gemeentecode"),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="verwerkingsverantwoordelijke",
                    ),
                ),
            ],
            options={
                "verbose_name": "huishouden",
                "verbose_name_plural": "huishoudens",
            },
        ),
        migrations.CreateModel(
            name="Authority",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("joint_parents", "tweehoofdig ouderlijk gezag"),
                            ("one_parent", "eenhoofdig ouderlijk gezag"),
                            ("shared", "gezamenlijk gezag"),
                            ("guardian", "voogdij"),
                            ("nobody", "tijdelijk geen gezag"),
                            ("undetermined", "niet te bepalen"),
                        ],
                        max_length=14,
                        verbose_name="soort",
                    ),
                ),
                ("source", models.CharField(max_length=60, verbose_name="bron")),
                ("checked_on", models.DateField(verbose_name="nagekeken op")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="houder",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="kind",
                    ),
                ),
            ],
            options={
                "verbose_name": "gezag",
                "verbose_name_plural": "gezag",
                "indexes": [models.Index(fields=["subject"], name="authority_over")],
            },
        ),
        migrations.CreateModel(
            name="HouseholdMember",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("started_on", models.DateField(verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="households.household",
                        verbose_name="huishouden",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="betrokkene",
                    ),
                ),
            ],
            options={
                "verbose_name": "lid van een huishouden",
                "verbose_name_plural": "leden van huishoudens",
                "indexes": [models.Index(fields=["subject"], name="household_of")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("household", "subject"),
                        name="member_once_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonAddress",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
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
                        default=0,
                        verbose_name="beschermniveau",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("full", "volledig adres"),
                            ("letter", "briefadres"),
                            ("partial", "onvolledig adres"),
                            ("location", "locatiebeschrijving"),
                            ("foreign", "adres in het buitenland"),
                            ("unknown", "onbekend"),
                        ],
                        max_length=8,
                        verbose_name="soort adres",
                    ),
                ),
                ("street", models.CharField(blank=True, max_length=200, verbose_name="straat")),
                ("number", models.CharField(blank=True, max_length=10, verbose_name="huisnummer")),
                ("suffix", models.CharField(blank=True, max_length=20, verbose_name="toevoeging")),
                ("postcode", models.CharField(blank=True, max_length=6, verbose_name="postcode")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="plaats")),
                (
                    "municipality_code",
                    models.CharField(blank=True, max_length=4, verbose_name="gemeentecode"),
                ),
                ("area", models.UUIDField(blank=True, null=True, verbose_name="gebied")),
                ("source", models.CharField(max_length=60, verbose_name="bron")),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="betrokkene",
                    ),
                ),
            ],
            options={
                "verbose_name": "adres",
                "verbose_name_plural": "adressen",
                "indexes": [
                    models.Index(fields=["subject"], name="address_of"),
                    models.Index(fields=["postcode", "number"], name="address_place"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonBsn",
            fields=[
                (
                    "subject",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="access.subject",
                        verbose_name="betrokkene",
                    ),
                ),
                ("bsn_encrypted", models.BinaryField(verbose_name="bsn, versleuteld")),
                ("bsn_hmac", models.BinaryField(max_length=32, verbose_name="zoeksleutel van het bsn")),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="verwerkingsverantwoordelijke",
                    ),
                ),
            ],
            options={
                "verbose_name": "burgerservicenummer",
                "verbose_name_plural": "burgerservicenummers",
                "constraints": [models.UniqueConstraint(fields=("controller", "bsn_hmac"), name="one_person_per_bsn")],
            },
        ),
        migrations.CreateModel(
            name="PersonContact",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
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
                        default=0,
                        verbose_name="beschermniveau",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("phone", "telefoon"), ("email", "e-mail"), ("school", "school")],
                        max_length=6,
                        verbose_name="soort",
                    ),
                ),
                ("value", models.CharField(max_length=200, verbose_name="gegeven")),
                ("source", models.CharField(max_length=60, verbose_name="bron")),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="betrokkene",
                    ),
                ),
            ],
            options={
                "verbose_name": "contactgegeven",
                "verbose_name_plural": "contactgegevens",
                "indexes": [models.Index(fields=["subject"], name="contact_of")],
            },
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("parent", "ouder van"), ("partner", "partner van")],
                        max_length=8,
                        verbose_name="soort",
                    ),
                ),
                ("source", models.CharField(max_length=60, verbose_name="bron")),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="ander",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="betrokkene",
                    ),
                ),
            ],
            options={
                "verbose_name": "familieband",
                "verbose_name_plural": "familiebanden",
                "indexes": [models.Index(fields=["other"], name="relation_other")],
                "constraints": [
                    models.UniqueConstraint(fields=("subject", "other", "kind"), name="one_relation_of_a_kind"),
                    models.CheckConstraint(
                        condition=models.Q(("subject", models.F("other")), _negated=True),
                        name="no_relation_with_self",
                    ),
                ],
            },
        ),
        Protect(
            "Person",
            scope="subject",
            part="person",
            privileges=Privileges(app="select", importer="select, insert, update, delete", definer="select"),
        ),
        Protect(
            "PersonIdentity",
            scope="subject",
            part="person_identity",
            privileges=Privileges(
                app="select",
                importer="select, insert, update, delete",
                snapshot="select (subject_id, birth_year, secrecy, deceased)",
                definer="select",
            ),
        ),
        Protect(
            "PersonBsn",
            scope="subject",
            part="person_bsn",
            privileges=Privileges(
                definer="select (subject_id, bsn_hmac)", app="select", importer="select, insert, update, delete"
            ),
        ),
        Protect(
            "PersonAddress",
            scope="subject",
            part="person_address",
            privileges=Privileges(
                app="select",
                gate="select, update (level)",
                importer="select, insert, update, delete",
                snapshot="select (subject_id, kind, municipality_code, area, started_on, ended_on)",
                definer="select",
            ),
        ),
        Protect(
            "PersonContact",
            scope="subject",
            part="person_contact",
            privileges=Privileges(
                app="select, insert, update",
                gate="select, update (level)",
                importer="select, insert, update, delete",
                definer="select",
            ),
        ),
        Protect(
            "Relation",
            scope="subject",
            part="relation",
            privileges=Privileges(app="select", importer="select, insert, update, delete", definer="select"),
        ),
        Protect(
            "Authority",
            scope="subject",
            part="relation",
            privileges=Privileges(app="select", importer="select, insert, update, delete", definer="select"),
        ),
        Protect(
            "Household",
            scope="organisation",
            part="register",
            key="controller_id",
            privileges=Privileges(
                app="select", importer="select, insert, update, delete", snapshot="select", definer="select"
            ),
        ),
        Protect(
            "HouseholdMember",
            scope="subject",
            part="relation",
            privileges=Privileges(
                app="select", importer="select, insert, update, delete", snapshot="select", definer="select"
            ),
        ),
        migrations.RunSQL(BOTH_ENDS, migrations.RunSQL.noop),
    ]
