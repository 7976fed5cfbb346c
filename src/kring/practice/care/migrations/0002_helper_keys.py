"""`gate.helper_keys`: a study counts professionals as persons, and does not read their names."""

from django.db import migrations

HELPER_KEYS = """
create function gate.helper_keys(controller uuid) returns table(provision uuid, helper text) language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select h.provision_id, md5(lower(trim(h.name)) || '/' || lower(trim(h.organisation_name)))
    from public.care_helper h join public.access_subject s on s.id = h.subject_id
   where s.controller_id = helper_keys.controller
$$;
revoke all on function gate.helper_keys(uuid) from public;
grant execute on function gate.helper_keys(uuid) to kring_snapshot;
alter function gate.helper_keys(uuid) owner to kring_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("care", "0001_initial")]
    operations = [migrations.RunSQL(HELPER_KEYS, migrations.RunSQL.noop)]
