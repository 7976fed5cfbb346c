import uuid

import django.db.models.deletion
from django.db import migrations, models

import kring.practice.circle.rules.words
from kring.ground.shared.protection import Protect

BOTH_ENDS = """
create policy both_ends on circle_nottogether as restrictive for all to kring_app
  using (gate.key(dossier_id, other_id) = any((select gate.keys('network', 1))::uuid[]));
"""
"""That two people do not go together is for who may know of both."""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0004_own_access"),
    ]

    operations = [
        migrations.CreateModel(
            name="NetworkMember",
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
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("relation", models.CharField(max_length=80, verbose_name="wie is dit voor het gezin")),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("family", "familie"),
                            ("friends", "vrienden en buren"),
                            ("community", "school, werk en vrije tijd"),
                            ("volunteers", "vrijwilligers"),
                            ("professionals", "professionals"),
                        ],
                        max_length=13,
                        verbose_name="groep",
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("V", "vrouw"), ("M", "man"), ("O", "anders")],
                        max_length=1,
                        verbose_name="geslacht",
                    ),
                ),
                ("birth_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="geboortejaar")),
                ("deceased", models.BooleanField(default=False, verbose_name="overleden")),
                ("died_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="overleden in")),
                ("informed_on", models.DateField(blank=True, null=True, verbose_name="weet het sinds")),
                (
                    "informed_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("spoken", "verteld door het gezin"),
                            ("letter", "brief gegeven of gestuurd"),
                            ("phone", "gebeld"),
                        ],
                        max_length=6,
                        verbose_name="hoe verteld",
                    ),
                ),
                (
                    "uninformed_because",
                    models.CharField(blank=True, max_length=300, verbose_name="waarom niet verteld"),
                ),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("removed_on", models.DateField(blank=True, null=True, verbose_name="uit de kring op")),
                ("removed_because", models.CharField(blank=True, max_length=200, verbose_name="waarom uit de kring")),
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
            ],
            options={
                "verbose_name": "lid van de kring",
                "verbose_name_plural": "leden van de kring",
            },
        ),
        migrations.CreateModel(
            name="NotTogether",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        verbose_name="niet samen met",
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
                "verbose_name": "niet samen",
                "verbose_name_plural": "niet samen",
            },
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "ring",
                    models.CharField(
                        choices=[("close", "dichtbij"), ("regular", "regelmatig"), ("distant", "op afstand")],
                        max_length=8,
                        verbose_name="hoe dichtbij",
                    ),
                ),
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
                        verbose_name="hoe is het contact",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("to_family", "helpt het gezin"),
                            ("from_family", "wordt door het gezin geholpen"),
                            ("both", "zij helpen elkaar"),
                            ("none", "geen hulp over en weer"),
                        ],
                        max_length=11,
                        verbose_name="wie helpt wie",
                    ),
                ),
                (
                    "load",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("more", "kan meer"),
                            ("right", "precies goed"),
                            ("limit", "grens bereikt"),
                            ("pause", "even stoppen"),
                        ],
                        max_length=5,
                        verbose_name="hoeveel kan erbij",
                    ),
                ),
                ("offers", models.CharField(blank=True, max_length=200, verbose_name="wat doet deze persoon")),
                ("how_often", models.CharField(blank=True, max_length=80, verbose_name="hoe vaak")),
                ("since", models.DateField(verbose_name="vanaf")),
                ("until", models.DateField(blank=True, null=True, verbose_name="tot")),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="nagevraagd op")),
                (
                    "confirmed_words",
                    models.CharField(blank=True, max_length=200, verbose_name="wat zei deze persoon zelf"),
                ),
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
                    "member",
                    models.ForeignKey(
                        db_column="subject_id",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standings",
                        to="circle.networkmember",
                        verbose_name="wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "plek in de kring",
                "verbose_name_plural": "plekken in de kring",
            },
        ),
        migrations.CreateModel(
            name="YoungCarer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("does", models.CharField(max_length=200, verbose_name="wat doet dit kind thuis")),
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
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="welk kind",
                    ),
                ),
            ],
            options={
                "verbose_name": "jonge mantelzorger",
                "verbose_name_plural": "jonge mantelzorgers",
            },
        ),
        migrations.AddIndex(
            model_name="networkmember",
            index=models.Index(fields=["dossier"], name="network_member_of"),
        ),
        migrations.AddConstraint(
            model_name="networkmember",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("name", ""), _negated=True), models.Q(("relation", ""), _negated=True)),
                name="network_member_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="networkmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sector", kring.practice.circle.rules.words.Sector["FAMILY"]),
                    models.Q(("birth_year", None), ("deceased", False), ("died_year", None), ("sex", "")),
                    _connector="OR",
                ),
                name="kin_facts_of_kin_only",
            ),
        ),
        migrations.AddConstraint(
            model_name="networkmember",
            constraint=models.CheckConstraint(
                condition=models.Q(("died_year", None), ("deceased", True), _connector="OR"), name="died_then_dead"
            ),
        ),
        migrations.AddConstraint(
            model_name="networkmember",
            constraint=models.CheckConstraint(
                condition=models.Q(("informed_on", None), ("uninformed_because", ""), _connector="OR"),
                name="told_or_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="networkmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("removed_because", ""), ("removed_on", None)),
                    models.Q(("removed_on__isnull", False), models.Q(("removed_because", ""), _negated=True)),
                    _connector="OR",
                ),
                name="removed_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="nottogether",
            constraint=models.CheckConstraint(
                condition=models.Q(("subject", models.F("other")), _negated=True), name="not_together_are_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="nottogether",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)), fields=("dossier", "subject", "other"), name="not_together_once"
            ),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["dossier", "since"], name="standing_of"),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=models.CheckConstraint(
                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                name="standing_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)), fields=("member",), name="one_standing_now"
            ),
        ),
        migrations.AddConstraint(
            model_name="youngcarer",
            constraint=models.CheckConstraint(
                condition=models.Q(("does", ""), _negated=True), name="young_carer_does_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="youngcarer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)), fields=("dossier", "subject"), name="young_carer_once"
            ),
        ),
        Protect("NetworkMember", scope="dossier", part="network", author="written_by"),
        Protect("Standing", scope="dossier", part="network", author="written_by"),
        Protect("NotTogether", scope="dossier", part="network", author="written_by"),
        Protect("YoungCarer", scope="dossier", part="network", author="written_by"),
        migrations.RunSQL(BOTH_ENDS, migrations.RunSQL.noop),
    ]
