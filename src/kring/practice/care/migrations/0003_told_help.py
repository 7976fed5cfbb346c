"""Help as the family tells of it: it opens with its law, and is written in a dossier to which its person belongs."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

WORDS = "law, product, provider_name, started_on, ended_on, told_by, withdrawn_at, withdrawn_because"
IN_DOSSIER = """
alter table care_toldhelp add constraint care_toldhelp_same_dossier foreign key (dossier_id, subject_id)
  references access_dossiersubject (dossier_id, subject_id) deferrable initially deferred;
create policy in_dossier on care_toldhelp as restrictive for insert to kring_app
  with check (gate.key(dossier_id, subject_id) = any((select gate.keys('dossier_face', 1))::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_own_access"),
        ("care", "0002_helper_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="ToldHelp",
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
                ("product", models.CharField(max_length=120, verbose_name="wat voor hulp")),
                ("provider_name", models.CharField(blank=True, max_length=120, verbose_name="van wie")),
                ("started_on", models.DateField(verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="niet meer vanaf")),
                ("told_by", models.CharField(max_length=120, verbose_name="verteld door")),
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
                "verbose_name": "hulp, zoals verteld",
                "verbose_name_plural": "hulp, zoals verteld",
                "indexes": [models.Index(fields=["dossier", "subject"], name="told_help_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("product", ""), _negated=True), models.Q(("told_by", ""), _negated=True)
                        ),
                        name="help_is_told",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gt", models.F("started_on")), _connector="OR"
                        ),
                        name="told_help_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_because", "")),
                            models.Q(
                                ("withdrawn_at__isnull", False), models.Q(("withdrawn_because", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="told_help_withdrawn_with_reason",
                    ),
                ],
            },
        ),
        Protect(
            "ToldHelp",
            scope="subject",
            part="told_help",
            author="written_by",
            privileges=Privileges(
                app=f"select, insert, update ({WORDS})", retention="select, delete, update (told_by)"
            ),
        ),
        migrations.RunSQL(IN_DOSSIER, migrations.RunSQL.noop),
    ]
