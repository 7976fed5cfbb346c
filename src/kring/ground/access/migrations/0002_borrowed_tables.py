"""Privileges on tables that come with libraries: sign-in, sessions and the queue. They hold no tie to a family."""

from django.db import migrations

SIGN_IN = (
    "django_session",
    "account_emailaddress",
    "account_emailconfirmation",
    "mfa_authenticator",
)
SQL = "\n".join(
    [
        *[f"grant select, insert, update, delete on {table} to kring_app;" for table in SIGN_IN],
        "grant select on django_migrations, django_content_type to kring_app, kring_import, kring_jobs, kring_snapshot;",
        "do $$ declare t text; begin for t in select tablename from pg_tables where schemaname = 'public' and tablename like 'procrastinate_%' loop",
        "  execute format('grant select, insert, update, delete on %I to kring_jobs', t);",
        "  execute format('grant select, insert, update on %I to kring_app, kring_import', t); end loop; end $$;",
        "do $$ declare s text; begin for s in select sequencename from pg_sequences where schemaname = 'public' and sequencename like 'procrastinate_%' loop",
        "  execute format('grant usage, select on sequence %I to kring_jobs, kring_app, kring_import', s); end loop; end $$;",
        "grant execute on all functions in schema public to kring_jobs, kring_app, kring_import;",
    ]
)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("sessions", "0001_initial"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
