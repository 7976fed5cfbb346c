import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

STEPS = (
    "state, reported_on, reported_by, need, caller, call_by, confirmed_on, safety, safety_words, client_offered_on,"
    " client_answer, carer_name, carer_offered_on, carer_answer, identity, identity_seen_on, plan_received_on,"
    " plan_words, urgent_from, urgent_what, started_on, sent_on, applied_on, decided_on, decision, ended_on,"
    " ended_because"
)
IN_DOSSIER = """
alter table investigation_investigation add constraint investigation_same_dossier foreign key (dossier_id, subject_id)
  references access_dossiersubject (dossier_id, subject_id) deferrable initially deferred;
create policy in_dossier on investigation_investigation as restrictive for insert to kring_app
  with check (gate.key(dossier_id, subject_id) = any((select gate.keys('dossier_face', 1))::uuid[]));
alter table investigation_investigation add constraint investigation_of_whom unique (id, subject_id, law);
alter table investigation_blockfinding add constraint finding_of_whom foreign key (investigation_id, subject_id, law)
  references investigation_investigation (id, subject_id, law) deferrable initially deferred;
alter table investigation_clockpause add constraint pause_of_whom foreign key (investigation_id, subject_id, law)
  references investigation_investigation (id, subject_id, law) deferrable initially deferred;
"""
"""What belongs to an investigation is about the same person under the same law: its key cannot be another."""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0004_own_access"),
    ]

    operations = [
        migrations.CreateModel(
            name="Investigation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("law", models.CharField(choices=[("wmo", "Wmo")], default="wmo", max_length=20, verbose_name="wet")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reported", "gemeld"),
                            ("confirmed", "melding bevestigd"),
                            ("investigating", "onderzoek loopt"),
                            ("sent", "verslag verstuurd"),
                            ("applied", "aanvraag ontvangen"),
                            ("decided", "besluit genomen"),
                            ("no_application", "geen aanvraag"),
                            ("stopped", "gestopt"),
                        ],
                        default="reported",
                        max_length=14,
                        verbose_name="stand",
                    ),
                ),
                ("reported_on", models.DateField(verbose_name="gemeld op")),
                ("reported_by", models.CharField(max_length=120, verbose_name="gemeld door")),
                ("need", models.TextField(max_length=4000, verbose_name="wat is er gemeld")),
                ("caller", models.CharField(max_length=120, verbose_name="wie belt")),
                ("call_by", models.DateField(verbose_name="belt uiterlijk op")),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="bevestigd op")),
                (
                    "safety",
                    models.CharField(
                        blank=True,
                        choices=[("safe", "in orde"), ("worries", "er zijn zorgen"), ("unsafe", "onveilig")],
                        max_length=8,
                        verbose_name="basiszorg en veiligheid",
                    ),
                ),
                ("safety_words", models.CharField(blank=True, max_length=400, verbose_name="wat is er gezien")),
                (
                    "client_offered_on",
                    models.DateField(blank=True, null=True, verbose_name="cliëntondersteuning aangeboden op"),
                ),
                ("client_answer", models.CharField(blank=True, max_length=400, verbose_name="antwoord")),
                ("carer_name", models.CharField(blank=True, max_length=120, verbose_name="mantelzorger")),
                (
                    "carer_offered_on",
                    models.DateField(blank=True, null=True, verbose_name="aan de mantelzorger aangeboden op"),
                ),
                (
                    "carer_answer",
                    models.CharField(blank=True, max_length=400, verbose_name="antwoord van de mantelzorger"),
                ),
                (
                    "identity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("passport", "paspoort"),
                            ("card", "identiteitskaart"),
                            ("licence", "rijbewijs"),
                            ("permit", "verblijfsdocument"),
                        ],
                        max_length=8,
                        verbose_name="document gezien",
                    ),
                ),
                ("identity_seen_on", models.DateField(blank=True, null=True, verbose_name="gezien op")),
                (
                    "plan_received_on",
                    models.DateField(blank=True, null=True, verbose_name="persoonlijk plan ontvangen op"),
                ),
                ("plan_words", models.TextField(blank=True, max_length=4000, verbose_name="persoonlijk plan")),
                ("urgent_from", models.DateField(blank=True, null=True, verbose_name="hulp met spoed vanaf")),
                ("urgent_what", models.CharField(blank=True, max_length=400, verbose_name="hulp met spoed")),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="onderzoek begonnen op")),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="verslag verstuurd op")),
                ("applied_on", models.DateField(blank=True, null=True, verbose_name="aanvraag ontvangen op")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="besluit genomen op")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("granted", "toegekend"), ("partly", "deels toegekend"), ("refused", "afgewezen")],
                        max_length=8,
                        verbose_name="besluit",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="gestopt op")),
                ("ended_because", models.CharField(blank=True, max_length=400, verbose_name="reden van stoppen")),
                ("written_by", models.UUIDField(verbose_name="onderzoeker")),
                ("written_by_name", models.CharField(max_length=120, verbose_name="naam van de onderzoeker")),
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
                        verbose_name="over wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "Wmo-onderzoek",
                "verbose_name_plural": "Wmo-onderzoeken",
            },
        ),
        migrations.CreateModel(
            name="ClockPause",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("law", models.CharField(choices=[("wmo", "Wmo")], default="wmo", max_length=20, verbose_name="wet")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("since", models.DateField(verbose_name="stil vanaf")),
                ("until", models.DateField(blank=True, null=True, verbose_name="loopt weer vanaf")),
                ("reason", models.CharField(max_length=400, verbose_name="reden")),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="over wie",
                    ),
                ),
                (
                    "investigation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="investigation.investigation",
                    ),
                ),
            ],
            options={
                "verbose_name": "stilstaande termijn",
                "verbose_name_plural": "stilstaande termijnen",
            },
        ),
        migrations.CreateModel(
            name="BlockFinding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("law", models.CharField(choices=[("wmo", "Wmo")], default="wmo", max_length=20, verbose_name="wet")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                (
                    "block",
                    models.CharField(
                        choices=[
                            ("a", "behoeften, persoonskenmerken en voorkeuren"),
                            ("b", "eigen kracht en gebruikelijke hulp"),
                            ("c", "mantelzorg en hulp van andere mensen"),
                            ("d", "wat de mantelzorger nodig heeft"),
                            ("e", "algemene voorziening of maatschappelijk nuttige activiteiten"),
                            ("f", "samenwerking met zorg, jeugdhulp, onderwijs, welzijn, wonen, werk en inkomen"),
                            ("g", "eigen bijdrage in de kosten"),
                        ],
                        max_length=1,
                        verbose_name="onderdeel",
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=4000, verbose_name="in eigen woorden")),
                ("conclusion", models.TextField(blank=True, max_length=4000, verbose_name="conclusie")),
                (
                    "not_applicable",
                    models.CharField(blank=True, max_length=400, verbose_name="niet van toepassing, want"),
                ),
                (
                    "plan_used",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="wat er met het persoonlijk plan is gedaan"
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
                (
                    "investigation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="investigation.investigation",
                    ),
                ),
            ],
            options={
                "verbose_name": "onderdeel van een onderzoek",
                "verbose_name_plural": "onderdelen van een onderzoek",
            },
        ),
        migrations.AddIndex(
            model_name="investigation",
            index=models.Index(fields=["dossier", "subject"], name="investigation_of"),
        ),
        migrations.AddConstraint(
            model_name="investigation",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("need", ""), _negated=True), models.Q(("reported_by", ""), _negated=True)),
                name="investigation_has_need",
            ),
        ),
        migrations.AddConstraint(
            model_name="investigation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["no_application", "stopped"]), _negated=True),
                    models.Q(("ended_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="investigation_ended_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="investigation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "decided"), _negated=True),
                    models.Q(("decided_on__isnull", False), models.Q(("decision", ""), _negated=True)),
                    _connector="OR",
                ),
                name="investigation_decided_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="investigation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("identity", ""), ("identity_seen_on", None)),
                    models.Q(models.Q(("identity", ""), _negated=True), ("identity_seen_on__isnull", False)),
                    _connector="OR",
                ),
                name="investigation_identity_seen",
            ),
        ),
        migrations.AddConstraint(
            model_name="clockpause",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="pause_has_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="clockpause",
            constraint=models.CheckConstraint(
                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                name="pause_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="clockpause",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)), fields=("investigation",), name="one_pause_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="blockfinding",
            constraint=models.UniqueConstraint(fields=("investigation", "block"), name="one_finding_per_block"),
        ),
        Protect(
            "Investigation",
            scope="subject",
            part="domain_file",
            author="written_by",
            privileges=Privileges(
                app=f"select, insert, update ({STEPS})", retention="select, delete, update (reported_by, carer_name)"
            ),
        ),
        Protect(
            "BlockFinding",
            scope="subject",
            part="domain_file",
            author="written_by",
            privileges=Privileges(app="select, insert, update (words, conclusion, not_applicable, plan_used)"),
        ),
        Protect(
            "ClockPause",
            scope="subject",
            part="domain_file",
            author="written_by",
            privileges=Privileges(app="select, insert, update (since, until, reason)"),
        ),
        migrations.RunSQL(IN_DOSSIER, migrations.RunSQL.noop),
    ]
