import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

OWN = """
create function gate.own_pairs() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(gate.key(i.dossier_id, a.subject_id)), '{}')
    from public.access_involvement i join public.access_account a on a.id = i.account_id
   where a.id = (select gate.actor()) and a.subject_id is not null
     and i.role in ('gezinslid', 'jongere', 'jongere_16') and i.started_at <= (select gate.now())
     and (i.ended_at is null or (select gate.now()) < i.ended_at)
$$;
revoke all on function gate.own_pairs() from public;
grant execute on function gate.own_pairs() to kring_app;

create function gate.shown_agreements() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(a.id), '{}')
    from public.safety_agreementreader r join public.safety_safetyagreement a on a.id = r.agreement_id
   where gate.key(r.dossier_id, r.subject_id) = any((select gate.own_pairs())::uuid[])
     and a.state <> 'draft' and a.withdrawn_at is null
$$;
revoke all on function gate.shown_agreements() from public;
grant execute on function gate.shown_agreements() to kring_app;

create policy kring_app_shown on safety_safetyagreement for select to kring_app
  using (id = any((select gate.shown_agreements())::uuid[]));
create policy kring_app_own on safety_safetyscore for select to kring_app
  using (withdrawn_at is null and gate.key(dossier_id, subject_id) = any((select gate.own_pairs())::uuid[]));
create policy kring_app_own on safety_childtalk for select to kring_app
  using (withdrawn_at is null and gate.key(dossier_id, subject_id) = any((select gate.own_pairs())::uuid[]));
alter function gate.own_pairs() owner to kring_definer;
alter function gate.shown_agreements() owner to kring_definer;
"""
"""Who of the family reads an agreement was chosen per person (condition 23); one's own figures, and what one said as a
child, are one's own to read (condition 19). Of a child that is nobody else: no parent stands in its place here.
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0004_own_access"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportTrack",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        default=3,
                        verbose_name="beschermniveau",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("step1", "signalen"),
                            ("step2", "overleg"),
                            ("step3", "gesprek"),
                            ("step4", "wegen"),
                            ("step5", "beslissen"),
                            ("followed", "uitgevoerd"),
                            ("closed", "gesloten"),
                        ],
                        default="step1",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("suspicion", models.BooleanField(blank=True, null=True, verbose_name="is er een vermoeden?")),
                (
                    "unsafe",
                    models.BooleanField(blank=True, null=True, verbose_name="is het acuut of structureel onveilig?"),
                ),
                (
                    "able",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="kunt u zelf goede hulp bieden of organiseren?"
                    ),
                ),
                (
                    "accepted",
                    models.BooleanField(blank=True, null=True, verbose_name="aanvaarden de betrokkenen die hulp?"),
                ),
                ("effective", models.BooleanField(blank=True, null=True, verbose_name="helpt de hulp op tijd?")),
                ("overruled_by_name", models.CharField(blank=True, max_length=120, verbose_name="wie afweek")),
                (
                    "overruled_because",
                    models.CharField(blank=True, max_length=1000, verbose_name="waarom is afgeweken"),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_suspicion", "geen vermoeden meer"),
                            ("help", "zelf hulp bieden of organiseren"),
                            ("report", "melden bij Veilig Thuis"),
                            ("help_and_report", "melden bij Veilig Thuis en hulp bieden"),
                        ],
                        max_length=16,
                        verbose_name="beslissing",
                    ),
                ),
                ("report_number", models.CharField(blank=True, max_length=40, verbose_name="nummer van Veilig Thuis")),
                ("feedback", models.TextField(blank=True, max_length=2000, verbose_name="terugkoppeling")),
                ("feedback_on", models.DateField(blank=True, null=True, verbose_name="terugkoppeling op")),
                ("written_by", models.UUIDField(verbose_name="begonnen door")),
                ("written_by_name", models.CharField(max_length=120, verbose_name="wie begon")),
                ("written_at", models.DateTimeField(verbose_name="begonnen op")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="gesloten op")),
                ("closed_because", models.CharField(blank=True, max_length=1000, verbose_name="waarom gesloten")),
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
                    "restart_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="safety.reporttrack",
                        verbose_name="opnieuw na",
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
                "verbose_name": "meldcodetraject",
                "verbose_name_plural": "meldcodetrajecten",
            },
        ),
        migrations.CreateModel(
            name="SafetyAgreement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        default=3,
                        verbose_name="beschermniveau",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "concept"),
                            ("holds", "geldt"),
                            ("changed", "aangepast"),
                            ("ended", "opgeheven"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("what", models.TextField(max_length=1000, verbose_name="wat er is afgesproken")),
                ("applies_when", models.CharField(max_length=400, verbose_name="wanneer het geldt")),
                ("who_does", models.CharField(max_length=400, verbose_name="wie wat doet")),
                ("checks", models.CharField(max_length=120, verbose_name="wie nagaat of het gebeurt")),
                ("by_veilig_thuis", models.BooleanField(default=False, verbose_name="voorwaarde van Veilig Thuis")),
                ("start_on", models.DateField(verbose_name="begint op")),
                ("review_on", models.DateField(verbose_name="opnieuw bekijken op")),
                ("child_words", models.TextField(blank=True, max_length=400, verbose_name="voor het kind")),
                (
                    "pictogram",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("phone", "bellen"),
                            ("grown_up", "naar een grote mens gaan"),
                            ("door", "de deur dicht"),
                            ("home", "thuis"),
                            ("neighbour", "naar de buren"),
                            ("stop", "stop zeggen"),
                            ("sleep", "slapen"),
                            ("school", "op school"),
                            ("message", "een bericht sturen"),
                            ("together", "bij elkaar blijven"),
                        ],
                        max_length=12,
                        verbose_name="plaatje",
                    ),
                ),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="opgeheven op")),
                ("ended_by_name", models.CharField(blank=True, max_length=120, verbose_name="opgeheven door")),
                ("ended_because", models.CharField(blank=True, max_length=400, verbose_name="waarom opgeheven")),
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
            ],
            options={
                "verbose_name": "veiligheidsafspraak",
                "verbose_name_plural": "veiligheidsafspraken",
            },
        ),
        migrations.CreateModel(
            name="CodeWord",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        default=3,
                        verbose_name="beschermniveau",
                    ),
                ),
                ("word", models.CharField(max_length=60, verbose_name="codewoord")),
                ("known_to", models.CharField(max_length=200, verbose_name="wie het kent")),
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
                    "agreement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="safety.safetyagreement",
                        verbose_name="afspraak",
                    ),
                ),
            ],
            options={
                "verbose_name": "codewoord",
                "verbose_name_plural": "codewoorden",
            },
        ),
        migrations.CreateModel(
            name="AgreementReader",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        default=3,
                        verbose_name="beschermniveau",
                    ),
                ),
                ("shown_by", models.UUIDField(verbose_name="laten zien door")),
                ("shown_at", models.DateTimeField(verbose_name="laten zien op")),
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
                        verbose_name="wie het leest",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="safety.safetyagreement",
                        verbose_name="afspraak",
                    ),
                ),
            ],
            options={
                "verbose_name": "lezer van een veiligheidsafspraak",
                "verbose_name_plural": "lezers van veiligheidsafspraken",
            },
        ),
        migrations.CreateModel(
            name="SafetyScore",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        default=3,
                        verbose_name="beschermniveau",
                    ),
                ),
                ("giver", models.CharField(max_length=120, verbose_name="wie het cijfer geeft")),
                (
                    "giver_kind",
                    models.CharField(
                        choices=[("family", "van het gezin"), ("professional", "professional")],
                        max_length=12,
                        verbose_name="wie dit is",
                    ),
                ),
                ("value", models.PositiveSmallIntegerField(verbose_name="cijfer")),
                ("given_on", models.DateField(verbose_name="gegeven op")),
                ("reason", models.CharField(max_length=400, verbose_name="waarom")),
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
                "verbose_name": "veiligheidscijfer",
                "verbose_name_plural": "veiligheidscijfers",
            },
        ),
        migrations.CreateModel(
            name="TrackStep",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        default=3,
                        verbose_name="beschermniveau",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="stap")),
                ("done_on", models.DateField(verbose_name="gedaan op")),
                ("outcome", models.TextField(max_length=4000, verbose_name="uitkomst")),
                ("consulted", models.CharField(blank=True, max_length=400, verbose_name="met wie overlegd")),
                (
                    "skipped",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("child", "het gesprek maakt het onveilig voor het kind"),
                            ("adult", "het gesprek maakt het onveilig voor een ouder of partner"),
                            ("professional", "het gesprek maakt het onveilig voor de professional"),
                            ("out_of_sight", "het gezin kan daarna uit beeld raken"),
                        ],
                        max_length=12,
                        verbose_name="waarom overgeslagen",
                    ),
                ),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_by_name", models.CharField(max_length=120, verbose_name="wie schreef dit op")),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="over wie",
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="safety.reporttrack",
                        verbose_name="traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "stap van de meldcode",
                "verbose_name_plural": "stappen van de meldcode",
            },
        ),
        migrations.CreateModel(
            name="ChildTalk",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        default=3,
                        verbose_name="beschermniveau",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="datum")),
                ("said", models.TextField(max_length=4000, verbose_name="wat het kind zei")),
                ("with_whom", models.CharField(max_length=200, verbose_name="met wie")),
                ("may_tell", models.CharField(blank=True, max_length=400, verbose_name="wat verteld mag worden")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_by_name", models.CharField(max_length=120, verbose_name="wie schreef dit op")),
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
                        verbose_name="welk kind",
                    ),
                ),
            ],
            options={
                "verbose_name": "vertrouwelijk gesprek met een kind",
                "verbose_name_plural": "vertrouwelijke gesprekken met kinderen",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("level", 3)), name="child_talk_is_protected")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="reporttrack",
            constraint=models.CheckConstraint(condition=models.Q(("level", 3)), name="track_is_protected"),
        ),
        migrations.AddConstraint(
            model_name="reporttrack",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unsafe", True), _negated=True),
                    ("decision__in", ["", "no_suspicion", "report", "help_and_report"]),
                    models.Q(("overruled_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="track_unsafe_is_reported",
            ),
        ),
        migrations.AddIndex(
            model_name="safetyagreement",
            index=models.Index(fields=["dossier", "review_on"], name="agreement_of"),
        ),
        migrations.AddConstraint(
            model_name="safetyagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("what", ""), _negated=True), models.Q(("checks", ""), _negated=True)),
                name="agreement_says_who_checks",
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), models.Q(("ended_because", ""), _negated=True), _connector="OR"),
                name="agreement_ended_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyagreement",
            constraint=models.CheckConstraint(condition=models.Q(("level", 3)), name="agreement_is_protected"),
        ),
        migrations.AddConstraint(
            model_name="codeword",
            constraint=models.CheckConstraint(condition=models.Q(("level", 3)), name="code_word_is_protected"),
        ),
        migrations.AddConstraint(
            model_name="agreementreader",
            constraint=models.UniqueConstraint(fields=("agreement", "subject"), name="agreement_reader_once"),
        ),
        migrations.AddConstraint(
            model_name="agreementreader",
            constraint=models.CheckConstraint(condition=models.Q(("level", 3)), name="agreement_reader_is_protected"),
        ),
        migrations.AddIndex(
            model_name="safetyscore",
            index=models.Index(fields=["dossier", "given_on"], name="safety_score_of"),
        ),
        migrations.AddConstraint(
            model_name="safetyscore",
            constraint=models.CheckConstraint(condition=models.Q(("value__lte", 10)), name="safety_score_up_to_10"),
        ),
        migrations.AddConstraint(
            model_name="safetyscore",
            constraint=models.CheckConstraint(condition=models.Q(("level", 3)), name="safety_score_is_protected"),
        ),
        migrations.AddConstraint(
            model_name="trackstep",
            constraint=models.UniqueConstraint(fields=("track", "number"), name="track_step_once"),
        ),
        migrations.AddConstraint(
            model_name="trackstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("skipped", ""), ("number", 3), _connector="OR"), name="only_the_talk_is_skipped"
            ),
        ),
        migrations.AddConstraint(
            model_name="trackstep",
            constraint=models.CheckConstraint(condition=models.Q(("level", 3)), name="track_step_is_protected"),
        ),
        Protect(
            "SafetyAgreement",
            scope="dossier",
            part="safety_agreement",
            author="written_by",
            privileges=Privileges(
                app="select, insert, update (state, what, applies_when, who_does, checks, by_veilig_thuis, start_on,"
                " review_on, child_words, pictogram, ended_on, ended_by_name, ended_because, withdrawn_at,"
                " withdrawn_because)",
                definer="select",
            ),
        ),
        Protect(
            "AgreementReader",
            scope="dossier",
            part="safety_agreement",
            author="shown_by",
            privileges=Privileges(app="select, insert, delete", definer="select"),
        ),
        Protect(
            "SafetyScore",
            scope="dossier",
            part="safety_agreement",
            author="written_by",
            privileges=Privileges(
                app="select, insert, update (withdrawn_at, withdrawn_because)", definer="select (dossier_id, level)"
            ),
        ),
        Protect(
            "ReportTrack",
            scope="dossier",
            part="meldcode",
            author="written_by",
            privileges=Privileges(
                app="select, insert, update (state, suspicion, unsafe, able, accepted, effective, overruled_by_name,"
                " overruled_because, decision, report_number, feedback, feedback_on, closed_on, closed_because)",
                definer="select (dossier_id, level)",
            ),
        ),
        Protect(
            "TrackStep",
            scope="dossier",
            part="meldcode",
            author="written_by",
            privileges=Privileges(
                app="select, insert, update (done_on, outcome, consulted, skipped, written_by, written_by_name,"
                " written_at)"
            ),
        ),
        Protect(
            "CodeWord",
            scope="dossier",
            part="meldcode",
            author="written_by",
            privileges=Privileges(app="select, insert, update (word, known_to), delete"),
        ),
        Protect(
            "ChildTalk",
            scope="dossier",
            part="child_talk",
            author="written_by",
            privileges=Privileges(
                app="select, insert, update (held_on, said, with_whom, may_tell, withdrawn_at, withdrawn_because)",
                definer="select (dossier_id, level)",
            ),
        ),
        migrations.RunSQL(OWN, migrations.RunSQL.noop),
    ]
