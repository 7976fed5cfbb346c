"""Of a goal that is hidden, no task keeps the words in which a volunteer was asked for.

By the database: whoever hides the own goal, sees no list of tasks.
"""

from django.db import migrations

HIDE = """
grant update (title) on agenda_task to kring_definer;
create function gate.hide_wishes(family uuid, shown text[], hidden text) returns void language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not family = any(gate.writing('plan', 1, 1)) then
    raise exception 'this dossier is not yours' using errcode = 'insufficient_privilege';
  end if;
  update public.agenda_task t set title = hidden
   where t.dossier_id = family and t.clock = 'vrijwilliger_vragen' and not t.title = any(shown);
end $$;
revoke all on function gate.hide_wishes(uuid, text[], text) from public;
grant execute on function gate.hide_wishes(uuid, text[], text) to kring_app;
alter function gate.hide_wishes(uuid, text[], text) owner to kring_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_provider_plan"), ("agenda", "0002_notify"), ("access", "0001_initial")]
    operations = [migrations.RunSQL(HIDE, migrations.RunSQL.noop)]
