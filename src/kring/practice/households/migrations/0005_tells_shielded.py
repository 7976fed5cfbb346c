"""BR-076: a text that is saved tells nothing shielded. The writer may not read level 4, so the database compares.

Only with what is shielded in the dossier itself, or without one in the writer's own dossiers: nobody learns of others.
"""

from django.db import migrations

TELLS = r"""
create function gate.tells_shielded(file uuid, words text) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with near as materialized (
    select m.subject_id from public.access_dossiersubject m
     where (file is null or m.dossier_id = file)
       and (m.dossier_id = any((select gate.keys('dossier_face', 1))::uuid[])
            or (file is not null and (select gate.watches(file))))),
  kept as materialized (
    select text from public.households_personaddress a join near using (subject_id)
      cross join lateral (values (a.street), (a.postcode)) as one(text) where a.level = 4
    union
    select text from public.households_personcontact c join near using (subject_id)
      cross join lateral (values (c.value), (regexp_replace(c.value,
        '^(basisschool|school|kindcentrum|obs|cbs|rkbs|kbs|pcbs|sbo|ikc|vmbo|mavo|havo|vwo)\s+', '', 'i'))) as one(text)
     where c.level = 4 and c.kind <> 'phone'),
  numbers as materialized (
    select right(regexp_replace(c.value, '\D', '', 'g'), 9) as digits
      from public.households_personcontact c join near using (subject_id) where c.level = 4 and c.kind = 'phone'),
  said as materialized (
    select array_to_string(gate.name_words(words), '') as letters, regexp_replace(words, '\D', '', 'g') as digits)
  select exists (select 1 from kept, said
                  where length(array_to_string(gate.name_words(kept.text), '')) >= 5
                    and strpos(said.letters, array_to_string(gate.name_words(kept.text), '')) > 0)
      or exists (select 1 from numbers, said where length(numbers.digits) = 9 and strpos(said.digits, numbers.digits) > 0)
$$;
revoke all on function gate.tells_shielded(uuid, text) from public;
grant execute on function gate.tells_shielded(uuid, text) to kring_app;
alter function gate.tells_shielded(uuid, text) owner to kring_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("households", "0004_shields")]
    operations = [migrations.RunSQL(TELLS, migrations.RunSQL.noop)]
