"""Lists, lines and records; and where a name may be taken out of what stays with a family."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

DECIDING = """
create policy decided_by_the_archivist on {table} as restrictive for update to kring_app
  using (organisation_id in (
    select v.organisation_id from access_roleassignment v
     where v.account_id = (select gate.actor()) and v.role = 'archivaris'
       and v.started_at <= (select gate.now()) and (v.ended_at is null or (select gate.now()) < v.ended_at)));
"""
"""Who reads a list does not decide about it: neither the administrator nor the privacy officer (BR-110)."""

RECORD = """
create trigger never before update or delete on retention_destructionrecord
  for each row execute function audit.never();
create trigger never_all before truncate on retention_destructionrecord
  for each statement execute function audit.never();
revoke update, delete, truncate on retention_destructionrecord from kring_owner;
"""


NAMES = """
grant update (speaker) on plans_question, plans_goal to kring_retention;
grant update (doer_name) on plans_action to kring_retention;
grant update (giver) on plans_score to kring_retention;
grant update (content, sha256) on plans_planversion to kring_retention;
grant update (present) on plans_discussion to kring_retention;
grant update (said_by) on leads_familyanswer to kring_retention;
grant update (person_id, name) on consents_helpanswer to kring_retention;
grant update (asked_by_id, asker) on rights_datarequest to kring_retention;
grant update (state, closed_at) on agenda_task to kring_retention;
grant execute on function gate.key(uuid, uuid), gate.law_key(uuid, text) to kring_retention;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
        ("audit", "0002_changes"),
        ("access", "0002_borrowed_tables"),
        ("agenda", "0002_notify"),
        ("leads", "0001_initial"),
        ("consents", "0001_initial"),
        ("plans", "0001_initial"),
        ("rights", "0002_gates"),
    ]

    operations = [
        migrations.CreateModel(
            name="DestructionList",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=12, verbose_name="nummer")),
                ("on_request", models.BooleanField(default=False, verbose_name="op verzoek")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("empty", "niets aan de beurt"),
                            ("drawn", "wacht op goedkeuring"),
                            ("approved", "goedgekeurd"),
                            ("running", "wordt uitgevoerd"),
                            ("done", "uitgevoerd"),
                        ],
                        default="drawn",
                        max_length=8,
                        verbose_name="stand",
                    ),
                ),
                ("drawn_at", models.DateTimeField(verbose_name="opgemaakt op")),
                ("drawn_by", models.UUIDField(verbose_name="opgemaakt door")),
                ("drawn_by_name", models.CharField(max_length=120, verbose_name="opgemaakt door")),
                ("looked_at", models.PositiveIntegerField(default=0, verbose_name="nagekeken")),
                ("ahead", models.PositiveIntegerField(default=0, verbose_name="binnen een jaar aan de beurt")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="goedgekeurd op")),
                ("approved_by", models.UUIDField(blank=True, null=True, verbose_name="goedgekeurd door")),
                ("approved_by_name", models.CharField(blank=True, max_length=120, verbose_name="goedgekeurd door")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="controlegetal van de lijst")),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="uitvoering begonnen op")),
                ("started_by", models.UUIDField(blank=True, null=True, verbose_name="uitgevoerd door")),
                ("started_by_name", models.CharField(blank=True, max_length=120, verbose_name="uitgevoerd door")),
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
                "verbose_name": "vernietigingslijst",
                "verbose_name_plural": "vernietigingslijsten",
            },
        ),
        migrations.CreateModel(
            name="DestructionLine",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField(verbose_name="regel")),
                (
                    "kind",
                    models.CharField(
                        choices=[("dossier", "dossier"), ("person", "gegevens van één persoon")],
                        max_length=7,
                        verbose_name="wat",
                    ),
                ),
                ("dossier", models.UUIDField(blank=True, null=True, verbose_name="dossier")),
                ("subject", models.UUIDField(blank=True, null=True, verbose_name="betrokkene")),
                ("request", models.UUIDField(blank=True, null=True, verbose_name="verzoek")),
                ("category", models.CharField(max_length=20, verbose_name="soort gegevens")),
                ("title", models.CharField(max_length=200, verbose_name="soort gegevens")),
                ("source", models.CharField(max_length=200, verbose_name="bron van de termijn")),
                ("laws", models.CharField(blank=True, max_length=200, verbose_name="wetten")),
                ("people", models.PositiveSmallIntegerField(verbose_name="personen")),
                ("began_on", models.DateField(verbose_name="termijn begon op")),
                ("due_on", models.DateField(verbose_name="mag weg vanaf")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "voorgesteld"),
                            ("kept", "langer bewaren"),
                            ("blocked", "nog niet: er loopt iets"),
                            ("approved", "goedgekeurd"),
                            ("done", "vernietigd"),
                        ],
                        default="proposed",
                        max_length=8,
                        verbose_name="stand",
                    ),
                ),
                (
                    "blocked_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("request", "er loopt een verzoek over deze gegevens"),
                            ("emergency", "gebruik van de noodknop is nog niet beoordeeld"),
                            ("breach", "er is een datalek dat nog open staat"),
                            ("changed", "het dossier is weer in gebruik of pas gewijzigd"),
                        ],
                        max_length=9,
                        verbose_name="wat er loopt",
                    ),
                ),
                (
                    "keep_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("care", "goede hulp vraagt het"),
                            ("complaint", "er loopt een klacht"),
                            ("objection", "er loopt bezwaar of beroep"),
                            ("court", "er loopt een rechtszaak"),
                            ("other", "een andere reden"),
                        ],
                        max_length=9,
                        verbose_name="waarom langer",
                    ),
                ),
                ("keep_words", models.CharField(blank=True, max_length=400, verbose_name="toelichting")),
                ("keep_until", models.DateField(blank=True, null=True, verbose_name="bewaren tot")),
                ("decided_by", models.UUIDField(blank=True, null=True, verbose_name="besloten door")),
                ("rows", models.PositiveIntegerField(default=0, verbose_name="vernietigde gegevens")),
                ("files", models.PositiveIntegerField(default=0, verbose_name="vernietigde documenten")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="vernietigd op")),
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
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="retention.destructionlist",
                        verbose_name="lijst",
                    ),
                ),
            ],
            options={
                "verbose_name": "regel van een vernietigingslijst",
                "verbose_name_plural": "regels van vernietigingslijsten",
            },
        ),
        migrations.CreateModel(
            name="DestructionRecord",
            fields=[
                (
                    "list",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="record",
                        serialize=False,
                        to="retention.destructionlist",
                        verbose_name="lijst",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="opgemaakt op")),
                ("content", models.JSONField(verbose_name="inhoud")),
                ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
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
                "verbose_name": "verklaring van vernietiging",
                "verbose_name_plural": "verklaringen van vernietiging",
            },
        ),
        migrations.AddConstraint(
            model_name="destructionlist",
            constraint=models.UniqueConstraint(fields=("organisation", "number"), name="one_list_per_number"),
        ),
        migrations.AddConstraint(
            model_name="destructionlist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by", None),
                    models.Q(("approved_by", models.F("drawn_by")), _negated=True),
                    _connector="OR",
                ),
                name="list_approved_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="destructionlist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_by", None), ("state__in", ("empty", "drawn"))),
                    models.Q(
                        ("approved_by__isnull", False),
                        ("state__in", ("approved", "running", "done")),
                        models.Q(("digest", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="list_carried_out_is_approved",
            ),
        ),
        migrations.AddIndex(
            model_name="destructionline",
            index=models.Index(fields=["dossier"], name="destruction_of_dossier"),
        ),
        migrations.AddIndex(
            model_name="destructionline",
            index=models.Index(fields=["subject"], name="destruction_of_subject"),
        ),
        migrations.AddConstraint(
            model_name="destructionline",
            constraint=models.UniqueConstraint(fields=("list", "number"), name="one_line_per_number"),
        ),
        migrations.AddConstraint(
            model_name="destructionline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "done"), _negated=True),
                    models.Q(
                        ("done_at__isnull", False),
                        ("dossier", None),
                        ("keep_words", ""),
                        ("request", None),
                        ("subject", None),
                    ),
                    _connector="OR",
                ),
                name="destroyed_is_forgotten",
            ),
        ),
        migrations.AddConstraint(
            model_name="destructionline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "kept"), _negated=True),
                    models.Q(("keep_until__isnull", False), models.Q(("keep_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="kept_longer_has_reason_and_end",
            ),
        ),
        Protect(
            "DestructionList",
            scope="organisation",
            part="retention",
            privileges=Privileges(
                app="select, update (state, approved_at, approved_by, approved_by_name, digest, started_at, "
                "started_by, started_by_name)",
                retention="select, insert, update",
            ),
        ),
        Protect(
            "DestructionLine",
            scope="organisation",
            part="retention",
            privileges=Privileges(
                app="select, update (state, keep_reason, keep_words, keep_until, decided_by)",
                retention="select, insert, update",
            ),
        ),
        Protect(
            "DestructionRecord",
            scope="organisation",
            part="retention",
            privileges=Privileges(app="select", retention="select, insert"),
        ),
        *[
            migrations.RunSQL(DECIDING.format(table=table), migrations.RunSQL.noop)
            for table in ("retention_destructionlist", "retention_destructionline")
        ],
        migrations.RunSQL(NAMES, migrations.RunSQL.noop),
        migrations.RunSQL(RECORD, migrations.RunSQL.noop),
    ]
