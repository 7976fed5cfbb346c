"""Who leads reads of a family since when somebody has own access, or until when a link works; never the address."""

from django.db import migrations

OWN_ACCESS = """
grant select (id, is_active) on access_login to kring_definer;
create function gate.own_access(family uuid)
  returns table (subject uuid, since timestamptz, invited_at timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.subject_id, case when l.is_active then i.since end, v.made_at, v.expires_at
    from (select account_id, min(started_at) as since from public.access_involvement
           where dossier_id = family and role in ('gezinslid', 'jongere', 'jongere_16')
             and (ended_at is null or gate.now() < ended_at)
           group by account_id) i
    join public.access_account a on a.id = i.account_id and a.subject_id is not null
    left join public.access_login l on l.id = a.id
    left join lateral (
      select made_at, expires_at from public.access_invitation
       where account_id = a.id and dossier_id = family and kind = 'invited'
         and used_at is null and withdrawn_at is null and gate.now() < expires_at
       order by made_at desc limit 1) v on true
   where exists (select 1 from public.access_involvement mine
                  where mine.dossier_id = family and mine.account_id = (select gate.actor())
                    and mine.role in ('regisseur', 'achtervang')
                    and mine.started_at <= gate.now() and (mine.ended_at is null or gate.now() < mine.ended_at))
$$;
revoke all on function gate.own_access(uuid) from public;
grant execute on function gate.own_access(uuid) to kring_app;
alter function gate.own_access(uuid) owner to kring_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0003_named_readers")]
    operations = [migrations.RunSQL(OWN_ACCESS, migrations.RunSQL.noop)]
