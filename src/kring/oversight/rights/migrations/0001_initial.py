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
            name="DataRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("about", models.CharField(max_length=200, verbose_name="over wie")),
                (
                    "right",
                    models.CharField(
                        choices=[("access", "inzage"), ("correction", "correctie"), ("deletion", "vernietiging")],
                        max_length=10,
                        verbose_name="wat wordt gevraagd",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("account", "eigen account"),
                            ("letter", "brief"),
                            ("email", "e-mail"),
                            ("phone", "telefoon"),
                            ("desk", "aan de balie of bij een gesprek"),
                        ],
                        max_length=8,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("self", "voor zichzelf"),
                            ("parent", "als ouder met gezag, voor een kind jonger dan 16"),
                            ("representative", "als vertegenwoordiger"),
                        ],
                        max_length=14,
                        verbose_name="namens wie",
                    ),
                ),
                ("asker", models.CharField(max_length=200, verbose_name="wie vraagt het")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="in eigen woorden")),
                ("received_on", models.DateField(verbose_name="ontvangen op")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("due_on", models.DateField(verbose_name="uiterlijk")),
                ("extended_because", models.CharField(blank=True, max_length=400, verbose_name="reden van verlenging")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="identiteit gecontroleerd op")),
                ("checked_how", models.CharField(blank=True, max_length=200, verbose_name="hoe gecontroleerd")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "ontvangen"),
                            ("checked", "identiteit gecontroleerd"),
                            ("collected", "verzameld"),
                            ("given", "gegeven"),
                            ("partly", "deels gegeven"),
                            ("refused", "geweigerd"),
                            ("withdrawn", "ingetrokken"),
                        ],
                        default="received",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("collected_at", models.DateTimeField(blank=True, null=True, verbose_name="verzameld op")),
                (
                    "summary",
                    models.JSONField(blank=True, default=dict, verbose_name="wat er is gevonden, in aantallen"),
                ),
                (
                    "others_weighed",
                    models.CharField(
                        blank=True, max_length=800, verbose_name="afweging over anderen en over veiligheid"
                    ),
                ),
                (
                    "withheld",
                    models.JSONField(blank=True, default=list, verbose_name="onderdelen die niet worden gegeven"),
                ),
                (
                    "refusal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("others", "een ander heeft er een groot belang bij dat het blijft"),
                            ("law", "een wet verbiedt dat het wordt vernietigd"),
                        ],
                        max_length=6,
                        verbose_name="grond van de weigering",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="uitleg aan wie het vroeg")),
                ("value_before", models.TextField(blank=True, max_length=2000, verbose_name="wat er stond")),
                ("value_after", models.TextField(blank=True, max_length=2000, verbose_name="wat er nu staat")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="besloten op")),
                ("decided_by", models.UUIDField(blank=True, null=True, verbose_name="besloten door")),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.account",
                        verbose_name="account",
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
                "verbose_name": "verzoek over gegevens",
                "verbose_name_plural": "verzoeken over gegevens",
            },
        ),
        migrations.CreateModel(
            name="Package",
            fields=[
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="rights.datarequest",
                        verbose_name="verzoek",
                    ),
                ),
                ("content", models.BinaryField(verbose_name="inhoud")),
                ("size", models.PositiveIntegerField(verbose_name="grootte in bytes")),
                ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("expires_on", models.DateField(verbose_name="wordt verwijderd op")),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.account",
                        verbose_name="wie het ophaalt",
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
                "verbose_name": "pakket met gegevens",
                "verbose_name_plural": "pakketten met gegevens",
            },
        ),
        migrations.AddIndex(
            model_name="datarequest",
            index=models.Index(fields=["organisation", "state", "due_on"], name="request_of"),
        ),
        migrations.AddConstraint(
            model_name="datarequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("partly", "refused")), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="request_less_than_asked_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="datarequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("right", "deletion"), ("state", "refused"), _negated=True),
                    models.Q(("refusal", ""), _negated=True),
                    _connector="OR",
                ),
                name="data_kept_on_a_ground",
            ),
        ),
        Protect(
            "DataRequest",
            scope="organisation",
            part="data_request",
            own="asked_by_id",
            write_part="data_request",
            privileges=Privileges(
                app="select, update",
                definer="select, insert",
                rights="select, update (state, collected_at, summary)",
                jobs="select (id, state, due_on)",
            ),
        ),
        Protect(
            "Package",
            scope="organisation",
            part="data_request",
            own="account_id",
            write_part="data_request",
            privileges=Privileges(app="select, update (account_id), delete", rights="select, insert, update, delete"),
        ),
    ]
