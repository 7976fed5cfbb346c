import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

WITH_THE_DOSSIER = """
create policy of_the_dossier on drawings_drawing as restrictive for all to kring_app
  using (dossier_id = any((select gate.keys('network', 1))::uuid[]));
"""
"""Of the own drawings only those of families whose circle the viewer may see today."""

FORGET = """
create function gate.forget_drawings() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.drawings_drawing where dossier_id = old.dossier_id;
  return null;
end $$;
revoke all on function gate.forget_drawings() from public;
create trigger forget_drawings after update or delete on access_dossiersubject
  for each row execute function gate.forget_drawings();
create trigger forget_drawings after update or delete on circle_networkmember
  for each row execute function gate.forget_drawings();
create trigger forget_drawings after update or delete on circle_kintie
  for each row execute function gate.forget_drawings();
create function gate.forget_drawings_hidden() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.drawings_drawing where dossier_id = new.dossier_id;
  return null;
end $$;
revoke all on function gate.forget_drawings_hidden() from public;
create trigger forget_drawings after insert on access_hidden
  for each row execute function gate.forget_drawings_hidden();
alter function gate.forget_drawings() owner to kring_definer;
alter function gate.forget_drawings_hidden() owner to kring_definer;
"""
"""Who leaves, is put right or is hidden from somebody is in no kept picture of anybody any more."""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0004_own_access"),
        ("circle", "0002_kin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Drawing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=12, verbose_name="soort tekening")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="vingerafdruk")),
                ("wide", models.TextField(verbose_name="breed")),
                ("narrow", models.TextField(blank=True, verbose_name="smal")),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("description", models.TextField(verbose_name="beschrijving")),
                ("columns", models.JSONField(verbose_name="kolommen")),
                ("rows", models.JSONField(verbose_name="regels")),
                ("standing", models.JSONField(verbose_name="wie waar staat")),
                ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
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
                    "viewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.account",
                        verbose_name="voor wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "tekening",
                "verbose_name_plural": "tekeningen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "viewer", "kind"), name="one_drawing_of_a_kind_per_viewer"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("rank", models.PositiveSmallIntegerField(verbose_name="hoeveelste van links")),
                ("is_index", models.BooleanField(default=False, verbose_name="om wie het gaat")),
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
                        verbose_name="wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "plek in de stamboom",
                "verbose_name_plural": "plekken in de stamboom",
                "constraints": [models.UniqueConstraint(fields=("dossier", "subject"), name="one_place_per_person")],
            },
        ),
        Protect(
            "Drawing",
            scope="own",
            part="network",
            own="viewer_id",
            privileges=Privileges(definer="select, delete"),
            without_history="made of rows that keep their own history",
        ),
        Protect("Place", scope="dossier", part="network"),
        migrations.RunSQL(WITH_THE_DOSSIER, migrations.RunSQL.noop),
        migrations.RunSQL(FORGET, migrations.RunSQL.noop),
    ]
