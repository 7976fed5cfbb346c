import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

WITHHELD = """
create policy kring_app_withheld on documents_document as restrictive for all to kring_app
  using (id <> all((select gate.withheld())::uuid[]));
"""
"""One document may be withheld from one member of the family, who does not see that it is there (BR-073)."""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
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
                        default=1,
                        verbose_name="beschermniveau",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "plan"),
                            ("letter", "brief"),
                            ("report", "verslag"),
                            ("decision", "beschikking"),
                            ("other", "ander document"),
                        ],
                        max_length=10,
                        verbose_name="soort",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("given_by", models.CharField(blank=True, max_length=120, verbose_name="van wie")),
                ("dated_on", models.DateField(verbose_name="datum")),
                ("added_at", models.DateTimeField(verbose_name="toegevoegd op")),
                ("added_by", models.UUIDField(verbose_name="toegevoegd door")),
                ("media_type", models.CharField(max_length=100, verbose_name="bestandstype")),
                ("size", models.PositiveIntegerField(verbose_name="grootte in bytes")),
                ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
                ("content", models.BinaryField(verbose_name="inhoud")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("withdrawn_by", models.UUIDField(blank=True, null=True, verbose_name="ingetrokken door")),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=400, verbose_name="reden van intrekken"),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="over wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documenten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_reason", "")),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdrawn_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="document_withdrawn_has_reason",
                    )
                ],
            },
        ),
        Protect(
            "Document",
            scope="dossier",
            part="document",
            author="added_by",
            privileges=Privileges(
                app="select, insert, update (withdrawn_at, withdrawn_by, withdrawn_reason)",
                definer="select (dossier_id, level)",
            ),
        ),
        migrations.RunSQL(WITHHELD, migrations.RunSQL.noop),
    ]
