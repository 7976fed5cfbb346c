"""`gate.notify`: put a notice before somebody else, without reading what they have. One per deed, kind and dossier."""

from django.db import migrations

NOTIFY = """
create function gate.notify(recipient uuid, kind text, dossier uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into public.agenda_notice (id, account_id, kind, dossier, at)
  select gen_random_uuid(), recipient, notify.kind, notify.dossier, gate.now() where gate.actor() is not null
  on conflict do nothing
$$;
revoke all on function gate.notify(uuid, text, uuid) from public;
grant execute on function gate.notify(uuid, text, uuid) to kring_app, kring_import, kring_jobs, kring_rights;
alter function gate.notify(uuid, text, uuid) owner to kring_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_initial")]
    operations = [migrations.RunSQL(NOTIFY, migrations.RunSQL.noop)]
