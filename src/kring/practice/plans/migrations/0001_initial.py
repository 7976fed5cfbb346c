import uuid

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

DECIDES = """
create function gate.decides() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce(
    gate.key(old.dossier_id, old.subject_id) = any(gate.writing('action', greatest(old.level, 1)::int, 2)), false
  ) then
    raise exception 'a proposal is decided on by who writes the plan' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger decides before update of state on plans_action for each row
  when (old.state = 'proposed' and new.state not in ('proposed', 'settled') and current_user = 'kring_app')
  execute function gate.decides();
"""
"""Who does the work changes that row, and proposes one; a policy never sees a row before and after at once."""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
                ("strengths", models.TextField(blank=True, max_length=4000, verbose_name="wat gaat er goed")),
                (
                    "concerns",
                    models.TextField(blank=True, max_length=4000, verbose_name="waar zijn zorgen over"),
                ),
                (
                    "dream",
                    models.TextField(blank=True, max_length=4000, verbose_name="over een jaar gaat het goed"),
                ),
                (
                    "evaluation_on",
                    models.DateField(blank=True, null=True, verbose_name="wanneer kijken we samen terug"),
                ),
                (
                    "contact",
                    models.CharField(blank=True, max_length=200, verbose_name="vaste contactpersoon"),
                ),
                ("began_on", models.DateField(verbose_name="begonnen op")),
            ],
            options={
                "verbose_name": "plan",
                "verbose_name_plural": "plannen",
            },
        ),
        migrations.CreateModel(
            name="Goal",
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
                ("own_words", models.TextField(max_length=1000, verbose_name="in onze eigen woorden")),
                ("speaker", models.CharField(max_length=120, verbose_name="wie zei dit")),
                (
                    "measure",
                    models.TextField(blank=True, max_length=1000, verbose_name="zo merken we dat het lukt"),
                ),
                ("life_area", models.CharField(blank=True, max_length=40, verbose_name="leefgebied")),
                (
                    "area_reason",
                    models.CharField(blank=True, max_length=400, verbose_name="waarom dit leefgebied"),
                ),
                (
                    "extra_reason",
                    models.CharField(blank=True, max_length=400, verbose_name="waarom nog een doel erbij"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("family", "van het gezin"),
                            ("societal", "maatschappelijk"),
                            ("safety", "veiligheidsvoorwaarde"),
                        ],
                        default="family",
                        max_length=8,
                        verbose_name="soort",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "voorgesteld"),
                            ("active", "actief"),
                            ("reached", "bereikt"),
                            ("partly", "deels bereikt"),
                            ("dropped", "losgelaten"),
                        ],
                        default="active",
                        max_length=8,
                        verbose_name="stand",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("began_on", models.DateField(verbose_name="sinds")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="gesloten op")),
                ("end_reason", models.CharField(blank=True, max_length=400, verbose_name="reden")),
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
                        verbose_name="voor wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "doel",
                "verbose_name_plural": "doelen",
            },
        ),
        migrations.CreateModel(
            name="Action",
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
                ("what", models.CharField(max_length=400, verbose_name="wat gaan we doen")),
                (
                    "doer_kind",
                    models.CharField(
                        choices=[
                            ("family", "gezin"),
                            ("network", "eigen netwerk"),
                            ("volunteer", "vrijwilliger"),
                            ("professional", "professional"),
                        ],
                        max_length=12,
                        verbose_name="soort doener",
                    ),
                ),
                ("doer_name", models.CharField(max_length=120, verbose_name="wie doet het")),
                (
                    "doer_function",
                    models.CharField(blank=True, max_length=120, verbose_name="functie of band"),
                ),
                (
                    "doer_subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="wie van de kring",
                    ),
                ),
                (
                    "informal_first",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "ja, namelijk"),
                            ("volunteer", "ja, we vragen een vrijwilliger"),
                            ("no", "nee, want"),
                        ],
                        max_length=9,
                        verbose_name="kan iemand uit het eigen netwerk of een vrijwilliger dit?",
                    ),
                ),
                ("informal_who", models.CharField(blank=True, max_length=120, verbose_name="wie dan")),
                (
                    "informal_subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="wie van de kring kan dit",
                    ),
                ),
                (
                    "volunteer_wish",
                    models.CharField(blank=True, max_length=400, verbose_name="wat een vrijwilliger kan doen"),
                ),
                ("informal_reason", models.CharField(blank=True, max_length=40, verbose_name="waarom niet")),
                ("informal_answered_on", models.DateField(blank=True, null=True, verbose_name="gevraagd op")),
                (
                    "informal_asked_on",
                    models.DateField(blank=True, null=True, verbose_name="voor het eerst gevraagd op"),
                ),
                (
                    "is_discussed",
                    models.BooleanField(default=True, verbose_name="besproken met het gezin"),
                ),
                (
                    "undiscussed_ground",
                    models.CharField(blank=True, max_length=40, verbose_name="waarom niet besproken"),
                ),
                ("start_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("due_on", models.DateField(verbose_name="wanneer klaar")),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("once", "één keer"),
                            ("daily", "elke dag"),
                            ("weekly", "elke week"),
                            ("fortnightly", "om de week"),
                            ("monthly", "elke maand"),
                        ],
                        default="once",
                        max_length=11,
                        verbose_name="hoe vaak",
                    ),
                ),
                (
                    "depends_on",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.action",
                        verbose_name="eerst moet dit klaar zijn",
                    ),
                ),
                (
                    "instead_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.action",
                        verbose_name="in plaats van",
                    ),
                ),
                (
                    "proposed_by",
                    models.UUIDField(blank=True, null=True, verbose_name="voorgesteld door"),
                ),
                (
                    "proposed_on",
                    models.DateField(blank=True, null=True, verbose_name="voorgesteld op"),
                ),
                (
                    "proposed_because",
                    models.CharField(blank=True, max_length=400, verbose_name="waarom dit voorstel"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "voorgesteld"),
                            ("agreed", "afgesproken"),
                            ("busy", "bezig"),
                            ("done", "gedaan"),
                            ("failed", "niet gelukt"),
                            ("cancelled", "vervallen"),
                            ("settled", "afgehandeld voorstel"),
                        ],
                        default="agreed",
                        max_length=9,
                        verbose_name="stand",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="gesloten op")),
                ("result", models.CharField(blank=True, max_length=400, verbose_name="resultaat of reden")),
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
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="plans.goal",
                        verbose_name="doel",
                    ),
                ),
            ],
            options={
                "verbose_name": "actie",
                "verbose_name_plural": "acties",
            },
        ),
        migrations.CreateModel(
            name="PlanVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                ("agreed_on", models.DateField(verbose_name="vastgesteld op")),
                ("agreed_by", models.UUIDField(verbose_name="vastgesteld door")),
                ("agreed_by_name", models.CharField(max_length=120, verbose_name="vastgesteld door")),
                (
                    "variant",
                    models.CharField(
                        choices=[
                            ("light", "lichte variant"),
                            ("heavy", "zware variant"),
                            ("family", "familiegroepsplan"),
                            ("wmo", "plan bij een Wmo-onderzoek"),
                            ("gi", "bijlage bij het plan van de GI"),
                        ],
                        default="light",
                        max_length=6,
                        verbose_name="soort plan",
                    ),
                ),
                ("content", models.JSONField(verbose_name="inhoud")),
                ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
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
                "verbose_name": "planversie",
                "verbose_name_plural": "planversies",
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "position",
                    models.CharField(
                        choices=[
                            ("agrees", "eens"),
                            ("partly", "deels eens"),
                            ("disagrees", "niet eens"),
                            ("not_asked", "niet gevraagd"),
                        ],
                        max_length=9,
                        verbose_name="standpunt",
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=800, verbose_name="toelichting")),
                ("said_on", models.DateField(verbose_name="gezegd op")),
                ("is_added", models.BooleanField(default=False, verbose_name="later toegevoegd")),
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
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="plans.planversion",
                        verbose_name="versie",
                    ),
                ),
            ],
            options={
                "verbose_name": "standpunt",
                "verbose_name_plural": "standpunten",
            },
        ),
        migrations.CreateModel(
            name="Discussion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("discussed_on", models.DateField(verbose_name="besproken op")),
                ("present", models.JSONField(verbose_name="met wie")),
                ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
                ("is_oral", models.BooleanField(default=False, verbose_name="mondeling afgesproken")),
                ("paper_asked_on", models.DateField(blank=True, null=True, verbose_name="om papier gevraagd op")),
                (
                    "paper_asked_by",
                    models.CharField(blank=True, max_length=120, verbose_name="wie om papier vraagt"),
                ),
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
            ],
            options={
                "verbose_name": "bespreking van het plan",
                "verbose_name_plural": "besprekingen van het plan",
            },
        ),
        migrations.CreateModel(
            name="PlanSummary",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("language", models.CharField(max_length=40, verbose_name="taal")),
                ("words", models.TextField(max_length=6000, verbose_name="samenvatting")),
                ("interpreter", models.CharField(max_length=120, verbose_name="tolk")),
                ("made_on", models.DateField(verbose_name="gemaakt op")),
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
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="summaries",
                        to="plans.planversion",
                        verbose_name="versie",
                    ),
                ),
            ],
            options={
                "verbose_name": "samenvatting van het plan",
                "verbose_name_plural": "samenvattingen van het plan",
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                ("words", models.TextField(max_length=2000, verbose_name="in eigen woorden")),
                ("speaker", models.CharField(max_length=120, verbose_name="wie zei dit")),
                (
                    "language",
                    models.CharField(default="Nederlands", max_length=40, verbose_name="in welke taal"),
                ),
                ("interpreter", models.CharField(blank=True, max_length=120, verbose_name="tolk")),
                ("said_on", models.DateField(verbose_name="wanneer")),
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
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="wie zei dit",
                    ),
                ),
            ],
            options={
                "verbose_name": "vraag van het gezin",
                "verbose_name_plural": "vragen van gezinnen",
            },
        ),
        migrations.CreateModel(
            name="Score",
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
                ("giver", models.CharField(max_length=120, verbose_name="wie gaf dit cijfer")),
                (
                    "giver_kind",
                    models.CharField(
                        choices=[
                            ("family", "gezin"),
                            ("network", "eigen netwerk"),
                            ("volunteer", "vrijwilliger"),
                            ("professional", "professional"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                (
                    "value",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(10)], verbose_name="cijfer"
                    ),
                ),
                ("given_on", models.DateField(verbose_name="datum")),
                (
                    "remark",
                    models.CharField(blank=True, max_length=400, verbose_name="ik wil er iets bij zeggen"),
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
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="plans.goal",
                        verbose_name="doel",
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
                        verbose_name="van wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "cijfer",
                "verbose_name_plural": "cijfers",
            },
        ),
        migrations.AddIndex(
            model_name="goal",
            index=models.Index(fields=["dossier", "order"], name="goal_of"),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(("own_words", ""), _negated=True), name="goal_has_own_words"
            ),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["dossier", "due_on"], name="action_of"),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("doer_name", ""), _negated=True), name="action_has_one_doer"
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("doer_kind", "professional"), _negated=True),
                    models.Q(("informal_first", "yes"), models.Q(("informal_who", ""), _negated=True)),
                    models.Q(("informal_first", "volunteer"), models.Q(("volunteer_wish", ""), _negated=True)),
                    models.Q(("informal_first", "no"), models.Q(("informal_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="professional_action_asked_informal_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_discussed", True), models.Q(("undiscussed_ground", ""), _negated=True), _connector="XOR"
                ),
                name="undiscussed_action_has_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "proposed"), _negated=True),
                    models.Q(("proposed_by__isnull", False), models.Q(("proposed_because", ""), _negated=True)),
                    _connector="OR",
                ),
                name="proposal_says_who_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(fields=("dossier", "number"), name="one_version_per_number"),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("position", "not_asked"), _negated=True),
                    models.Q(("remark", ""), _negated=True),
                    _connector="OR",
                ),
                name="not_asked_has_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(fields=["dossier"], name="question_of"),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="question_has_words"
            ),
        ),
        migrations.AddIndex(
            model_name="score",
            index=models.Index(fields=["dossier", "goal"], name="score_of"),
        ),
        migrations.AddConstraint(
            model_name="score",
            constraint=models.CheckConstraint(condition=models.Q(("value__lte", 10)), name="score_0_to_10"),
        ),
        migrations.AddIndex(
            model_name="discussion",
            index=models.Index(fields=["dossier"], name="discussion_of"),
        ),
        migrations.AddConstraint(
            model_name="discussion",
            constraint=models.CheckConstraint(
                condition=models.Q(("present", []), _negated=True), name="discussed_with_somebody"
            ),
        ),
        migrations.AddIndex(
            model_name="plansummary",
            index=models.Index(fields=["dossier"], name="summary_of"),
        ),
        migrations.AddConstraint(
            model_name="plansummary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("words", ""), _negated=True), models.Q(("interpreter", ""), _negated=True)
                ),
                name="summary_has_words_and_interpreter",
            ),
        ),
        Protect(
            "Question",
            scope="dossier",
            part="question",
            author="written_by",
            privileges=Privileges(app="select, insert, update (withdrawn_at)", definer="select (dossier_id, level)"),
        ),
        Protect("Plan", scope="dossier", part="plan", privileges=Privileges(snapshot="select (dossier_id, began_on)")),
        Protect(
            "Goal",
            scope="dossier",
            part="plan",
            privileges=Privileges(
                snapshot="select (id, dossier_id, state, life_area, began_on)", definer="select (dossier_id, level)"
            ),
        ),
        Protect(
            "Action",
            scope="dossier",
            part="action",
            doer="doer_name",
            proposer="proposed_by",
            privileges=Privileges(
                snapshot="select (id, dossier_id, goal_id, doer_kind, state, informal_first, informal_asked_on,"
                " closed_on)",
                definer="select (dossier_id, level)",
            ),
        ),
        migrations.RunSQL(DECIDES, migrations.RunSQL.noop),
        Protect(
            "Score",
            scope="dossier",
            part="score",
            author="written_by",
            privileges=Privileges(app="select, insert, update (subject_id)", definer="select (dossier_id, level)"),
        ),
        Protect(
            "PlanVersion",
            scope="dossier",
            part="plan",
            author="agreed_by",
            privileges=Privileges(app="select, insert", snapshot="select (id, dossier_id, number, agreed_on)"),
        ),
        Protect(
            "Position", scope="dossier", part="plan", author="written_by", privileges=Privileges(app="select, insert")
        ),
        Protect(
            "Discussion",
            scope="dossier",
            part="plan",
            author="written_by",
            privileges=Privileges(app="select, insert, update (withdrawn_at, paper_asked_on, paper_asked_by)"),
        ),
        Protect(
            "PlanSummary",
            scope="dossier",
            part="plan",
            author="written_by",
            privileges=Privileges(app="select, insert, update (withdrawn_at)"),
        ),
    ]
