import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("task", "Er staat een nieuwe taak voor u klaar."),
                            ("task_late", "Een taak had al klaar moeten zijn."),
                            ("appointed", "U bent aangewezen in een dossier."),
                            ("need_confirmed", "Uw melding is ontvangen. U leest wie u belt en wanneer."),
                            ("plan_agreed", "Er is een nieuw plan vastgesteld."),
                            ("import_done", "Een levering is verwerkt."),
                            ("rights_differ", "De nachtelijke controle van rechten vond een verschil."),
                            ("sign_in_reset", "Uw tweede stap bij het inloggen is weggehaald."),
                            ("emergency", "De noodknop is gebruikt."),
                            ("shielded_search", "Er is gezocht naar een beschermd dossier."),
                            ("rights_asked", "Iemand vraagt iets over de eigen gegevens."),
                            ("rights_answered", "Er is een antwoord op uw vraag over uw gegevens."),
                            ("remark_answered", "Er is een antwoord op wat volgens u niet klopt."),
                            ("proposal_decided", "Er is beslist over uw voorstel voor een plan."),
                            ("to_destroy", "Er ligt een vernietigingslijst voor u klaar."),
                            ("destroyed", "Een vernietigingslijst is uitgevoerd."),
                            (
                                "merged",
                                "Iemand in een dossier stond dubbel in het register. Wie wat mag zien, is opnieuw bepaald.",
                            ),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("dossier", models.UUIDField(blank=True, null=True, verbose_name="dossier")),
                ("at", models.DateTimeField(verbose_name="moment")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="gelezen op")),
                ("mailed_at", models.DateTimeField(blank=True, null=True, verbose_name="gemaild op")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.account",
                        verbose_name="aan",
                    ),
                ),
            ],
            options={
                "verbose_name": "bericht",
                "verbose_name_plural": "berichten",
                "indexes": [models.Index(fields=["account", "read_at"], name="notice_mine")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("account", "kind", "dossier", "at"), name="one_notice_per_deed", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("clock", models.CharField(max_length=40, verbose_name="klok")),
                ("title", models.CharField(max_length=200, verbose_name="wat")),
                ("began_on", models.DateField(verbose_name="klok begon op")),
                ("due_on", models.DateField(verbose_name="uiterlijk")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("done", "gedaan"), ("cancelled", "vervallen")],
                        default="open",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="gesloten op")),
                (
                    "reason",
                    models.CharField(blank=True, max_length=400, verbose_name="reden van uitstel of vervallen"),
                ),
                ("late_noticed_at", models.DateTimeField(blank=True, null=True, verbose_name="bericht over te laat")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.account",
                        verbose_name="wie",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
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
                "verbose_name": "taak",
                "verbose_name_plural": "taken",
                "indexes": [models.Index(fields=["account", "state", "due_on"], name="task_my_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("state", "open")),
                            models.Q(models.Q(("state", "open"), _negated=True), ("closed_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="task_closed_has_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("subject", None), ("dossier__isnull", False), _connector="OR"),
                        name="task_subject_in_dossier",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("began_on"))), name="task_due_after_start"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutboxMail",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("address", models.EmailField(max_length=254, verbose_name="aan")),
                ("subject", models.CharField(max_length=120, verbose_name="onderwerp")),
                ("body", models.TextField(verbose_name="tekst")),
                ("at", models.DateTimeField(verbose_name="moment")),
            ],
            options={
                "verbose_name": "mail in de demo",
                "verbose_name_plural": "mails in de demo",
            },
        ),
        Protect(
            "Task",
            scope="dossier",
            part="task",
            own="account_id",
            privileges=Privileges(
                app="select, insert, update",
                jobs="select (id, account_id, dossier_id, clock, due_on, state, late_noticed_at), "
                "update (late_noticed_at)",
                definer="select (id, account_id, dossier_id, clock, title, due_on, state), insert, "
                "update (account_id, due_on, state, closed_at)",
            ),
        ),
        Protect(
            "Notice",
            scope="own",
            part="notice",
            privileges=Privileges(
                app="select, update (read_at)", definer="select, insert", jobs="select, update (mailed_at)"
            ),
        ),
        Protect("OutboxMail", scope="open", part="notice", privileges=Privileges(app="select", jobs="select, insert")),
    ]
