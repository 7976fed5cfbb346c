"""Privileges on tables that come with libraries: sign-in, sessions and the queue. They hold no tie to a family.

Mail goes to the address that somebody signs in with: the worker reads that and nothing else of a login.
"""

from django.db import migrations

CACHE = """
create table django_cache (cache_key varchar(255) primary key, value text not null, expires timestamptz not null);
create index django_cache_expires on django_cache (expires);
"""
"""Attempts to sign in, counted by all processes together; keys of addresses are hashed."""

SIGN_IN = (
    "django_cache",
    "django_session",
    "account_emailaddress",
    "account_emailconfirmation",
    "mfa_authenticator",
    "socialaccount_socialapp",
    "socialaccount_socialaccount",
    "socialaccount_socialtoken",
)
OF_A_LOGIN = (
    "account_emailaddress", "account_emailconfirmation", "mfa_authenticator", "socialaccount_socialaccount",
    "socialaccount_socialtoken",
)  # fmt: skip
QUEUE = """
do $$ declare found text; begin
  for found in select tablename from pg_tables where schemaname = 'public' and tablename like 'procrastinate\\_%' loop
    execute format('grant select, insert, update, delete on %I to kring_jobs', found);
  end loop;
  for found in select sequencename from pg_sequences where schemaname = 'public' and sequencename like 'procrastinate\\_%' loop
    execute format('grant usage, select on sequence %I to kring_jobs', found);
  end loop;
  for found in select p.oid::regprocedure::text from pg_proc p
                where p.pronamespace = 'public'::regnamespace and p.proname like 'procrastinate\\_%' loop
    execute format('revoke all on function %s from public', found);
    execute format('grant execute on function %s to kring_jobs', found);
  end loop;
end $$;
grant execute on function procrastinate_defer_jobs_v1(procrastinate_job_to_defer_v1[]) to kring_app, kring_import;
grant insert (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at), select (id)
  on procrastinate_jobs to kring_app, kring_import;
grant insert (job_id, type, at) on procrastinate_events to kring_app, kring_import;
grant usage on sequence procrastinate_jobs_id_seq, procrastinate_events_id_seq to kring_app, kring_import;
"""
"""The application and imports put a job in the queue and do nothing else there; the worker has the queue to itself."""

SQL = "\n".join(
    [
        *[f"grant select, insert, update, delete on {table} to kring_app;" for table in SIGN_IN],
        "grant select on django_migrations, django_content_type to kring_app, kring_import, kring_jobs, kring_snapshot;",
        "grant select (id, email, language, is_active) on access_login to kring_jobs;",
        "grant select (id, email, language, is_active, last_login, session_round) on access_login to kring_rights;",
        *[f"grant select, delete on {table} to kring_retention;" for table in (*OF_A_LOGIN, "access_login")],
        QUEUE,
    ]
)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("sessions", "0001_initial"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations = [
        migrations.RunSQL(CACHE, migrations.RunSQL.noop),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
