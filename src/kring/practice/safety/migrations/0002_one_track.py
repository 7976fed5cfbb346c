"""One track of the meldcode at a time about somebody, or about all: of two who begin at once, one does.

Only what begins is looked at. When two persons prove to be one, the tracks of both stay: none of them may be lost.
"""

from django.db import migrations

ONE = """
create function gate.one_track() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat('track', new.dossier_id, new.subject_id), 0));
  if exists (select 1 from public.safety_reporttrack t where t.dossier_id = new.dossier_id and t.state <> 'closed'
                                                         and t.subject_id is not distinct from new.subject_id) then
    raise exception 'one track at a time' using errcode = 'unique_violation';
  end if;
  return new;
end $$;
revoke all on function gate.one_track() from public;
create trigger one_track before insert on safety_reporttrack for each row execute function gate.one_track();
"""


class Migration(migrations.Migration):
    dependencies = [("safety", "0001_initial")]
    operations = [migrations.RunSQL(ONE, migrations.RunSQL.noop)]
