import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

SEEN = """
   (kind = 'plan' and thing = dossier_id and dossier_id = any((select gate.keys('plan', 1))::uuid[]))
   or (kind = 'vraag' and exists (
     select 1 from public.plans_question t where t.id = thing and t.dossier_id = statements_ownstatement.dossier_id))
   or (kind = 'doel' and exists (
     select 1 from public.plans_goal t where t.id = thing and t.dossier_id = statements_ownstatement.dossier_id))
   or (kind = 'actie' and exists (
     select 1 from public.plans_action t where t.id = thing and t.dossier_id = statements_ownstatement.dossier_id))
   or (kind = 'document' and exists (
     select 1 from public.documents_document t where t.id = thing and t.dossier_id = statements_ownstatement.dossier_id))
   or (kind = 'hulp' and exists (select 1 from public.care_provision t where t.id = thing))
"""
"""The policies of those tables hold inside: who reads the part reads what is said about it."""
SPEAKS = """
   gate.key(dossier_id, subject_id) = any((select gate.keys('sharing', 1))::uuid[])
   and (exists (select 1 from public.access_account a where a.id = (select gate.actor()) and a.subject_id is not null)
        or exists (select 1 from public.access_involvement i
                    where i.dossier_id = statements_ownstatement.dossier_id and i.account_id = (select gate.actor())
                      and i.role in ('regisseur', 'achtervang')))
"""
"""The person, who has authority over a child, and who leads."""
BESIDE = f"""
create policy beside on statements_ownstatement for select to kring_app using ({SEEN});
create policy withdraws on statements_ownstatement for update to kring_app using ({SPEAKS}) with check ({SPEAKS});
create policy speaks on statements_ownstatement as restrictive for insert to kring_app
  with check (({SPEAKS}) and ({SEEN}));
"""
OF_REMARK = SEEN.replace("statements_ownstatement", "statements_remark")
LEADS = """
   dossier_id = any((select array_agg(l.dossier_id) from public.leads_lead l
                      where l.account_id = (select gate.actor()) and l.ended_at is null and l.organisation_name <> '')::uuid[])
"""
"""A professional who leads now: a relative who leads (BR-032) reads no more than a relative."""
OF_FAMILY = f"""
   subject_id = any((select array_agg(a.subject_id) from public.access_account a
                      where a.id = (select gate.actor()) and a.subject_id is not null)::uuid[])
   and gate.key(dossier_id, subject_id) = any((select gate.keys('sharing', 1))::uuid[]) and ({OF_REMARK})
"""  # noqa: S608  constants of this file
"""In the own name, about a part that one reads."""
NOT_RIGHT = f"""
create policy led on statements_remark for select to kring_app using ({LEADS});
create policy answers on statements_remark for update to kring_app using ({LEADS}) with check ({LEADS});
create policy remarks on statements_remark as restrictive for insert to kring_app with check ({OF_FAMILY});
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("care", "0001_initial"),
        ("documents", "0001_initial"),
        ("leads", "0001_initial"),
        ("plans", "0001_initial"),
        ("access", "0003_named_readers"),
    ]

    operations = [
        migrations.CreateModel(
            name="OwnStatement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "het plan"),
                            ("vraag", "de vraag"),
                            ("doel", "het doel"),
                            ("actie", "de actie"),
                            ("hulp", "de hulp"),
                            ("document", "het document"),
                        ],
                        max_length=10,
                        verbose_name="over welk soort onderdeel",
                    ),
                ),
                ("thing", models.UUIDField(verbose_name="over welk onderdeel")),
                ("about", models.CharField(max_length=200, verbose_name="over")),
                ("speaker", models.CharField(max_length=120, verbose_name="wie zegt dit")),
                ("words", models.TextField(max_length=4000, verbose_name="in eigen woorden")),
                ("said_on", models.DateField(verbose_name="gezegd op")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("withdrawn_by", models.UUIDField(blank=True, null=True, verbose_name="ingetrokken door")),
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
                        verbose_name="van wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "eigen verklaring",
                "verbose_name_plural": "eigen verklaringen",
                "indexes": [models.Index(fields=["dossier"], name="statement_of")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="statement_has_words")
                ],
            },
        ),
        Protect(
            "OwnStatement",
            scope="own",
            part="question",
            own="written_by",
            privileges=Privileges(app="select, insert, update (withdrawn_at, withdrawn_by)"),
        ),
        migrations.RunSQL(BESIDE, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "het plan"),
                            ("vraag", "de vraag"),
                            ("doel", "het doel"),
                            ("actie", "de actie"),
                            ("hulp", "de hulp"),
                            ("document", "het document"),
                        ],
                        max_length=10,
                        verbose_name="over welk soort onderdeel",
                    ),
                ),
                ("thing", models.UUIDField(verbose_name="over welk onderdeel")),
                ("about", models.CharField(max_length=200, verbose_name="over")),
                ("speaker", models.CharField(max_length=120, verbose_name="wie zegt dit")),
                ("words", models.TextField(max_length=1000, verbose_name="wat klopt er niet")),
                ("written_by", models.UUIDField(verbose_name="geschreven door")),
                ("written_at", models.DateTimeField(verbose_name="geschreven op")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("aangepast", "het is aangepast"),
                            ("gesprek", "wij praten erover"),
                            ("gebleven", "het blijft zo"),
                        ],
                        max_length=10,
                        verbose_name="wat ermee gebeurde",
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=800, verbose_name="antwoord")),
                ("answered_by_name", models.CharField(blank=True, max_length=120, verbose_name="antwoord van")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="antwoord op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="teruggenomen op")),
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
                        verbose_name="van wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "opmerking: dit klopt niet",
                "verbose_name_plural": "opmerkingen: dit klopt niet",
                "indexes": [models.Index(fields=["dossier"], name="remark_of")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="remark_has_words"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_at", None), models.Q(("outcome", ""), _negated=True), _connector="OR"
                        ),
                        name="answer_has_outcome",
                    ),
                ],
            },
        ),
        Protect(
            "Remark",
            scope="own",
            part="question",
            own="written_by",
            privileges=Privileges(
                app="select, insert, update (outcome, answer, answered_by_name, answered_at, withdrawn_at)"
            ),
        ),
        migrations.RunSQL(NOT_RIGHT, migrations.RunSQL.noop),
    ]
