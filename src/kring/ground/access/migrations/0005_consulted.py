"""Who is consulted about safety is known to who reads the meldcode, and to nobody else round the family (BR-072)."""

from django.db import migrations

CONSULTED = """
create function gate.consulted(family uuid)
  returns table (account uuid, name text, since timestamptz, until timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.account_id, a.display_name, i.started_at, i.ended_at
    from public.access_involvement i join public.access_account a on a.id = i.account_id
   where i.dossier_id = family and i.role = 'geraadpleegd' and family = any(gate.keys('meldcode', 3))
     and (i.ended_at is null or gate.now() < i.ended_at)
   order by i.started_at, i.id
$$;
revoke all on function gate.consulted(uuid) from public;
grant execute on function gate.consulted(uuid) to kring_app;
alter function gate.consulted(uuid) owner to kring_definer;

create policy kring_app_consulted on access_involvement as restrictive for select to kring_app
  using (role <> 'geraadpleegd' or account_id = (select gate.actor())
         or dossier_id = any((select gate.keys('meldcode', 3))::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0004_own_access")]
    operations = [migrations.RunSQL(CONSULTED, migrations.RunSQL.noop)]
