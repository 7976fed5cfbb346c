import uuid

import django.db.models.deletion
from django.db import migrations, models

import kring.practice.circle.rules.kin
from kring.ground.shared.protection import Protect

BOTH_ENDS = """
create policy both_ends on circle_{0} as restrictive for all to kring_app
  using (gate.key(dossier_id, other_id) = any((select gate.keys('network', 1))::uuid[]));
"""
"""A tie, and how two people get on, is for who may know of both."""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_own_access"),
        ("circle", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bond",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "quality",
                    models.CharField(
                        choices=[
                            ("fused", "zeer hecht"),
                            ("close", "goed, steunend"),
                            ("ordinary", "gewoon contact"),
                            ("distant", "weinig contact"),
                            ("tense", "spanning"),
                            ("broken", "contact verbroken"),
                            ("violent", "geweld (geweest)"),
                        ],
                        max_length=8,
                        verbose_name="hoe gaat het",
                    ),
                ),
                ("told_by", models.CharField(max_length=120, verbose_name="verteld door")),
                ("since", models.DateField(verbose_name="vanaf")),
                ("until", models.DateField(blank=True, null=True, verbose_name="tot")),
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
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="met wie",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "hoe twee mensen met elkaar omgaan",
                "verbose_name_plural": "hoe mensen met elkaar omgaan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("subject", models.F("other")), _negated=True), name="bond_is_of_two"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)), fields=("dossier", "subject", "other"), name="one_bond_now"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KinTie",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("parent", "ouder van"), ("partner", "partner van"), ("twin", "tweeling met")],
                        max_length=7,
                        verbose_name="soort",
                    ),
                ),
                (
                    "together",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("married", "getrouwd"),
                            ("cohabiting", "samenwonend"),
                            ("together", "een relatie, apart wonend"),
                        ],
                        max_length=10,
                        verbose_name="hoe samen",
                    ),
                ),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("separated", "uit elkaar"),
                            ("divorced", "gescheiden"),
                            ("widowed", "door overlijden"),
                        ],
                        max_length=9,
                        verbose_name="hoe voorbij",
                    ),
                ),
                (
                    "bond",
                    models.CharField(
                        blank=True,
                        choices=[("birth", "geboren kind"), ("adopted", "geadopteerd"), ("foster", "pleegkind")],
                        max_length=7,
                        verbose_name="soort kind",
                    ),
                ),
                ("identical", models.BooleanField(default=False, verbose_name="eeneiig")),
                ("since", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="vanaf")),
                ("until", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tot")),
                ("denies", models.BooleanField(default=False, verbose_name="spreekt de BRP tegen")),
                ("told_by", models.CharField(max_length=120, verbose_name="verteld door")),
                ("told_on", models.DateField(verbose_name="verteld op")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("withdrawn_because", models.CharField(blank=True, max_length=200, verbose_name="reden van intrekken")),
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
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="van wie",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "vertelde familieband",
                "verbose_name_plural": "vertelde familiebanden",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("subject", models.F("other")), _negated=True), name="kin_are_two"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("since", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="kin_span",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("bond", ""),
                                ("identical", False),
                                ("kind", kring.practice.circle.rules.kin.KinKind["PARTNER"]),
                            ),
                            models.Q(
                                ("ending", ""),
                                ("identical", False),
                                ("kind", kring.practice.circle.rules.kin.KinKind["PARENT"]),
                                ("together", ""),
                            ),
                            models.Q(
                                ("bond", ""),
                                ("ending", ""),
                                ("kind", kring.practice.circle.rules.kin.KinKind["TWIN"]),
                                ("together", ""),
                            ),
                            _connector="OR",
                        ),
                        name="kin_fits_its_kind",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("dossier", "subject", "other", "kind", "since"),
                        name="kin_told_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        Protect("KinTie", scope="dossier", part="network", author="written_by"),
        Protect("Bond", scope="dossier", part="network", author="written_by"),
        *(migrations.RunSQL(BOTH_ENDS.format(name), migrations.RunSQL.noop) for name in ("kintie", "bond")),
    ]
