import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0002_borrowed_tables"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Objection",
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
                ("since", models.DateField(verbose_name="sinds")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("recorded_by", models.UUIDField(verbose_name="vastgelegd door")),
            ],
            options={
                "verbose_name": "bezwaar tegen onderzoek",
                "verbose_name_plural": "bezwaren tegen onderzoek",
            },
        ),
        migrations.CreateModel(
            name="Study",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="korte naam")),
                ("title", models.CharField(max_length=160, verbose_name="titel")),
                ("purpose", models.TextField(max_length=2000, verbose_name="doel")),
                ("ground", models.TextField(max_length=2000, verbose_name="grondslag")),
                ("asked_by", models.UUIDField(verbose_name="account van de aanvrager")),
                ("asked_by_name", models.CharField(max_length=120, verbose_name="aangevraagd door")),
                ("asked_on", models.DateField(verbose_name="aangevraagd op")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "in voorbereiding"), ("approved", "goedgekeurd"), ("ended", "beëindigd")],
                        default="draft",
                        max_length=8,
                        verbose_name="stand",
                    ),
                ),
                ("approved_by", models.UUIDField(blank=True, null=True, verbose_name="account van de goedkeurder")),
                ("approved_by_name", models.CharField(blank=True, max_length=120, verbose_name="goedgekeurd door")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="goedgekeurd op")),
                ("started_on", models.DateField(verbose_name="vanaf")),
                ("ended_on", models.DateField(verbose_name="tot en met")),
                ("end_reason", models.CharField(blank=True, max_length=400, verbose_name="waarom beëindigd")),
                ("counted_on", models.DateField(blank=True, null=True, verbose_name="peildatum van de lijst")),
                ("counted_at", models.DateTimeField(blank=True, null=True, verbose_name="lijst gemaakt op")),
                ("left_out", models.PositiveIntegerField(default=0, verbose_name="weggelaten huishoudens")),
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
                "verbose_name": "onderzoek",
                "verbose_name_plural": "onderzoeken",
            },
        ),
        migrations.CreateModel(
            name="Researcher",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("added_on", models.DateField(verbose_name="toegevoegd op")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="mag niet meer kijken sinds")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.account",
                        verbose_name="onderzoeker",
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
                    "study",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="researchers",
                        to="studies.study",
                        verbose_name="onderzoek",
                    ),
                ),
            ],
            options={
                "verbose_name": "onderzoeker",
                "verbose_name_plural": "onderzoekers",
            },
        ),
        migrations.CreateModel(
            name="StudyCase",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("pseudonym", models.CharField(max_length=12, verbose_name="pseudoniem")),
                ("reference_date", models.DateField(verbose_name="peildatum")),
                ("municipality_code", models.CharField(blank=True, max_length=4, verbose_name="gemeentecode")),
                ("municipality_name", models.CharField(blank=True, max_length=120, verbose_name="gemeente")),
                ("area", models.UUIDField(null=True, verbose_name="gebied")),
                ("area_name", models.CharField(blank=True, max_length=120, verbose_name="gebied")),
                ("persons", models.PositiveSmallIntegerField(verbose_name="personen")),
                ("children", models.PositiveSmallIntegerField(verbose_name="kinderen")),
                (
                    "laws",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None, verbose_name="wetten"
                    ),
                ),
                ("law_count", models.PositiveSmallIntegerField(verbose_name="aantal wetten")),
                ("provisions", models.PositiveSmallIntegerField(verbose_name="voorzieningen")),
                ("providers", models.PositiveSmallIntegerField(verbose_name="aanbieders")),
                ("helpers_known", models.PositiveSmallIntegerField(verbose_name="hulpverleners bekend")),
                (
                    "providers_without_helper",
                    models.PositiveSmallIntegerField(verbose_name="aanbieders zonder bekende hulpverlener"),
                ),
                ("months_stacked", models.PositiveSmallIntegerField(verbose_name="maanden met twee of meer wetten")),
                ("cents_known", models.BigIntegerField(verbose_name="bekende kosten per jaar, in centen")),
                ("cents_estimated", models.BigIntegerField(verbose_name="waarvan geschat, in centen")),
                ("cents_once", models.BigIntegerField(verbose_name="eenmalige kosten, in centen")),
                ("cents_declared", models.BigIntegerField(verbose_name="gedeclareerd zonder jaarbedrag, in centen")),
                ("costs_unknown", models.PositiveSmallIntegerField(verbose_name="voorzieningen met onbekende kosten")),
                (
                    "costs_elsewhere",
                    models.PositiveSmallIntegerField(verbose_name="voorzieningen die de gemeente niet betaalt"),
                ),
                ("bars", models.JSONField(verbose_name="zorgverloop")),
                ("named_at", models.DateTimeField(null=True, verbose_name="op naam gebracht op")),
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
                    "study",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="studies.study",
                        verbose_name="onderzoek",
                    ),
                ),
            ],
            options={
                "verbose_name": "huishouden in een onderzoek",
                "verbose_name_plural": "huishoudens in onderzoeken",
            },
        ),
        migrations.CreateModel(
            name="StudyKey",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pseudonym", models.CharField(max_length=12, verbose_name="pseudoniem")),
                ("household", models.UUIDField(verbose_name="huishouden")),
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
                    "study",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="studies.study",
                        verbose_name="onderzoek",
                    ),
                ),
            ],
            options={
                "verbose_name": "sleutel van een pseudoniem",
                "verbose_name_plural": "sleutels van pseudoniemen",
            },
        ),
        migrations.AddConstraint(
            model_name="study",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on__gte", models.F("started_on"))), name="study_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="study",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "approved"), _negated=True),
                    models.Q(
                        models.Q(("approved_by_name", ""), _negated=True),
                        ("approved_by__isnull", False),
                        ("approved_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="approved_study_says_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="study",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by", None),
                    models.Q(("approved_by", models.F("asked_by")), _negated=True),
                    _connector="OR",
                ),
                name="study_approved_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="researcher",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("study", "account"), name="researcher_once_per_study"
            ),
        ),
        migrations.AddConstraint(
            model_name="studycase",
            constraint=models.UniqueConstraint(fields=("study", "pseudonym"), name="one_case_per_pseudonym"),
        ),
        migrations.AddConstraint(
            model_name="studykey",
            constraint=models.UniqueConstraint(fields=("study", "pseudonym"), name="one_key_per_pseudonym"),
        ),
        migrations.AddConstraint(
            model_name="studykey",
            constraint=models.UniqueConstraint(fields=("study", "household"), name="one_key_per_household"),
        ),
        Protect(
            "Study",
            scope="organisation",
            part="study",
            privileges=Privileges(snapshot="select, update (counted_on, counted_at, left_out)", definer="select"),
        ),
        Protect(
            "Researcher",
            scope="organisation",
            part="study",
            privileges=Privileges(app="select, insert, update (ended_on)", definer="select", snapshot="select"),
        ),
        Protect(
            "StudyCase",
            scope="organisation",
            part="study",
            privileges=Privileges(
                app="select",
                snapshot="select, insert, update, delete",
                definer="select, update (named_at), delete",
            ),
        ),
        Protect(
            "StudyKey",
            scope="organisation",
            part="study_key",
            privileges=Privileges(app="", snapshot="select, insert, delete", definer="select, delete"),
        ),
        Protect(
            "Objection",
            scope="subject",
            part="person_identity",
            privileges=Privileges(app="select", snapshot="select", definer="select, insert, update"),
        ),
    ]
