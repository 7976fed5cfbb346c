import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

OWN_ORGANISATION = """
create policy own_organisation_add on configuration_settingvalue as restrictive for insert to kring_app
  with check ((organisation_id is null and (select gate.administers_all())) or organisation_id = any((select gate.keys('settings', 0))::uuid[]));
create policy own_organisation_change on configuration_settingvalue as restrictive for update to kring_app
  using ((organisation_id is null and (select gate.administers_all())) or organisation_id = any((select gate.keys('settings', 0))::uuid[]));
create policy own_organisation_add on configuration_word as restrictive for insert to kring_app
  with check (organisation_id = any((select gate.keys('settings', 0))::uuid[]));
create policy own_organisation_add on configuration_textvalue as restrictive for insert to kring_app
  with check (organisation_id = any((select gate.keys('settings', 0))::uuid[]));
create policy own_organisation_change on configuration_textvalue as restrictive for update to kring_app
  using (organisation_id = any((select gate.keys('settings', 0))::uuid[]));
create policy own_organisation_change on configuration_word as restrictive for update to kring_app
  using (organisation_id = any((select gate.keys('settings', 0))::uuid[]));
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0001_initial"), ("organisations", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SettingValue",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=60, verbose_name="instelling")),
                ("value", models.IntegerField(verbose_name="waarde")),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("written_by", models.UUIDField(verbose_name="door")),
                ("written_by_name", models.CharField(max_length=120, verbose_name="naam")),
                ("reason", models.CharField(blank=True, max_length=400, verbose_name="waarom")),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "waarde van een instelling",
                "verbose_name_plural": "waarden van instellingen",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("organisation", "code"),
                        name="one_running_value_per_setting",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("written_by", models.UUIDField(verbose_name="door")),
                ("written_by_name", models.CharField(max_length=120, verbose_name="naam")),
                ("reason", models.CharField(blank=True, max_length=400, verbose_name="waarom")),
                ("list", models.CharField(max_length=40, verbose_name="lijst")),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("label", models.CharField(max_length=120, verbose_name="woord")),
                ("place", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                ("is_used", models.BooleanField(default=True, verbose_name="in gebruik")),
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
                "verbose_name": "woord van een lijst",
                "verbose_name_plural": "woorden van lijsten",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("organisation", "list", "code"),
                        name="one_present_word",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TextValue",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("written_by", models.UUIDField(verbose_name="door")),
                ("written_by_name", models.CharField(max_length=120, verbose_name="naam")),
                ("reason", models.CharField(blank=True, max_length=400, verbose_name="waarom")),
                ("code", models.CharField(max_length=40, verbose_name="tekst")),
                ("text", models.TextField(blank=True, max_length=4000, verbose_name="inhoud")),
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
                "verbose_name": "tekst van een gemeente",
                "verbose_name_plural": "teksten van een gemeente",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("organisation", "code"),
                        name="one_present_text",
                    )
                ],
            },
        ),
        Protect(
            "SettingValue",
            scope="open",
            part="settings",
            privileges=Privileges(
                app="select, insert, update (ended_at)",
                importer="select",
                jobs="select",
                snapshot="select",
                merging="select",
            ),
        ),
        Protect(
            "Word",
            scope="open",
            part="settings",
            privileges=Privileges(app="select, insert, update (ended_at)", jobs="select", snapshot="select"),
        ),
        Protect(
            "TextValue",
            scope="open",
            part="settings",
            privileges=Privileges(app="select, insert, update (ended_at)", jobs="select", snapshot="select"),
        ),
        migrations.RunSQL(OWN_ORGANISATION, migrations.RunSQL.noop),
    ]
