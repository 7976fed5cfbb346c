"""The offers of the law and what came of them, and what families brought, each read like the plan and its words."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0004_own_access"),
    ]

    operations = [
        migrations.CreateModel(
            name="Familiegroepsplan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "aangeboden"),
                            ("wanted", "ja, het gezin gaat een plan maken"),
                            ("running", "het gezin maakt het plan"),
                            ("received", "ingeleverd"),
                            ("accepted", "aanvaard"),
                            ("remarks", "aanvaard met opmerkingen"),
                            ("rejected", "niet aanvaard"),
                            ("talking", "nieuw gesprek"),
                            ("waived", "het gezin maakt geen eigen plan"),
                            ("exempt", "niet nodig"),
                        ],
                        max_length=8,
                        verbose_name="stand",
                    ),
                ),
                ("offered_on", models.DateField(blank=True, null=True, verbose_name="aangeboden op")),
                ("offered_by", models.CharField(blank=True, max_length=120, verbose_name="aangeboden door")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="antwoord op")),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wanted", "ja, het gezin maakt eerst zelf een plan"),
                            ("ready", "ja, en het plan van het gezin is er"),
                            ("not_wished", "nee, de ouders willen dat niet"),
                            ("threat", "nee, de ontwikkeling van het kind wordt concreet bedreigd"),
                            ("interest", "nee, het belang van het kind wordt op een andere manier geschaad"),
                            ("mandated", "niet nodig: jeugdreclassering of voogdij door een GI"),
                        ],
                        max_length=10,
                        verbose_name="grond om het over te slaan",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=400, verbose_name="toelichting")),
                (
                    "support",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "geen, wij doen het zelf"),
                            ("coordinator", "een onafhankelijke coördinator (Eigen Kracht-conferentie)"),
                            ("supporter", "een cliëntondersteuner"),
                            ("other", "iemand anders"),
                        ],
                        max_length=11,
                        verbose_name="hulp bij het maken",
                    ),
                ),
                ("support_who", models.CharField(blank=True, max_length=200, verbose_name="wie helpt")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="afgesproken dag")),
                (
                    "framework",
                    models.TextField(blank=True, max_length=2000, verbose_name="waar het plan in elk geval over gaat"),
                ),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="ingeleverd op")),
                ("on_paper", models.BooleanField(default=False, verbose_name="op papier gekregen")),
                ("judged_on", models.DateField(blank=True, null=True, verbose_name="beoordeeld op")),
                ("judgement", models.TextField(blank=True, max_length=2000, verbose_name="wat daarover gezegd is")),
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
            ],
            options={
                "verbose_name": "familiegroepsplan",
                "verbose_name_plural": "familiegroepsplannen",
            },
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("words", "opgeschreven"), ("meeting", "bij elkaar geweest")],
                        default="words",
                        max_length=7,
                        verbose_name="soort",
                    ),
                ),
                ("given_by", models.CharField(blank=True, max_length=200, verbose_name="van wie")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="wanneer")),
                (
                    "worries",
                    models.TextField(blank=True, max_length=4000, verbose_name="waar maken we ons zorgen over"),
                ),
                ("well", models.TextField(blank=True, max_length=4000, verbose_name="wat gaat er goed")),
                ("steps", models.TextField(blank=True, max_length=4000, verbose_name="wat gaan we doen")),
                ("media_type", models.CharField(blank=True, max_length=100, verbose_name="bestandstype")),
                ("size", models.PositiveIntegerField(default=0, verbose_name="grootte in bytes")),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="controlegetal")),
                ("content", models.BinaryField(blank=True, null=True, verbose_name="inhoud")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
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
                (
                    "own_plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="familiegroepsplan.familiegroepsplan",
                        verbose_name="familiegroepsplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "bijdrage aan een familiegroepsplan",
                "verbose_name_plural": "bijdragen aan familiegroepsplannen",
            },
        ),
        migrations.AddIndex(
            model_name="familiegroepsplan",
            index=models.Index(fields=["dossier", "-written_at"], name="own_plan_of"),
        ),
        migrations.AddConstraint(
            model_name="familiegroepsplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waived", "exempt"]), ("ground", ""), _connector="XOR"),
                name="own_plan_left_out_on_a_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="familiegroepsplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ground__in", ["threat", "interest", "mandated"]), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="own_plan_ground_explained",
            ),
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(fields=["dossier", "own_plan"], name="contribution_of"),
        ),
        Protect("Familiegroepsplan", scope="dossier", part="plan", author="written_by"),
        Protect("Contribution", scope="dossier", part="question", author="written_by"),
    ]
