import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

OF_ALL = """
create policy of_all_add on {table} as restrictive for insert to kring_app
  with check ((select gate.administers_all()));
create policy of_all_change on {table} as restrictive for update to kring_app
  using ((select gate.administers_all()));
create policy of_all_remove on {table} as restrictive for delete to kring_app
  using ((select gate.administers_all()));
"""
"""Areas belong to the co-operation: who administers one organisation writes none."""
TABLES = ("areas_area", "areas_areamunicipality", "areas_neighbourhood")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Area",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="naam")),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="areas",
                        to="organisations.team",
                        verbose_name="gebiedsteam",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="beëindigd per")),
            ],
            options={
                "verbose_name": "gebied",
                "verbose_name_plural": "gebieden",
            },
        ),
        migrations.CreateModel(
            name="AreaMunicipality",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="areas.area",
                        verbose_name="gebied",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name": "gemeente van een gebied",
                "verbose_name_plural": "gemeenten van gebieden",
            },
        ),
        migrations.AddField(
            model_name="area",
            name="municipalities",
            field=models.ManyToManyField(
                related_name="areas",
                through="areas.AreaMunicipality",
                to="organisations.organisation",
                verbose_name="gemeenten",
            ),
        ),
        migrations.CreateModel(
            name="Neighbourhood",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=12, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="neighbourhoods",
                        to="areas.area",
                        verbose_name="gebied",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="neighbourhoods",
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name": "buurt",
                "verbose_name_plural": "buurten",
            },
        ),
        migrations.CreateModel(
            name="AddressPoint",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("postcode", models.CharField(max_length=6, verbose_name="postcode")),
                ("number", models.PositiveIntegerField(verbose_name="huisnummer")),
                ("x", models.FloatField(verbose_name="x (m)")),
                ("y", models.FloatField(verbose_name="y (m)")),
                (
                    "neighbourhood",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="areas.neighbourhood",
                        verbose_name="buurt",
                    ),
                ),
            ],
            options={
                "verbose_name": "adrespunt",
                "verbose_name_plural": "adrespunten",
            },
        ),
        migrations.AddConstraint(
            model_name="areamunicipality",
            constraint=models.UniqueConstraint(fields=("area", "municipality"), name="municipality_once_per_area"),
        ),
        migrations.AddConstraint(
            model_name="addresspoint",
            constraint=models.UniqueConstraint(fields=("postcode", "number"), name="one_point_per_address"),
        ),
        Protect(
            "Area", scope="open", part="settings", privileges=Privileges(importer="select, insert", snapshot="select")
        ),
        Protect(
            "AreaMunicipality",
            scope="open",
            part="settings",
            privileges=Privileges(app="select, insert, update, delete", importer="select, insert", snapshot="select"),
        ),
        Protect(
            "Neighbourhood",
            scope="open",
            part="settings",
            privileges=Privileges(importer="select, insert, update, delete", snapshot="select"),
        ),
        Protect(
            "AddressPoint",
            scope="open",
            part="settings",
            privileges=Privileges(app="select", importer="select, insert, update, delete", snapshot="select"),
        ),
        *(migrations.RunSQL(OF_ALL.format(table=table), migrations.RunSQL.noop) for table in TABLES),
    ]
