"""Make the database and its roles, or print the SQL for a database administrator. Can be run again without harm."""

import psycopg
from psycopg import sql

from kring.config.database import LOWEST_VERSION, Address, configured_url, preparation, preparation_inside


def prepare(superuser_url: str, database: str) -> None:
    """As superuser of the server: database, roles, extensions, and nothing for PUBLIC."""
    with psycopg.connect(superuser_url, autocommit=True) as server:
        if server.info.server_version < LOWEST_VERSION:
            raise RuntimeError("Kring heeft PostgreSQL 17 of nieuwer nodig.")
        known = server.execute("select 1 from pg_database where datname = %s", [database]).fetchone()
        if known is None:
            server.execute(sql.SQL("create database {}").format(sql.Identifier(database)))
            for statement in preparation(database):
                server.execute(statement.encode())
    if known is None:
        with psycopg.connect(superuser_url, dbname=database, autocommit=True) as inside:
            for statement in preparation_inside():
                inside.execute(statement.encode())


def database_name() -> str:
    return Address.parse(configured_url() or "postgresql:///kring").name


def printed_preparation() -> str:
    """The same, as text for an administrator who runs it by hand."""
    name = database_name()
    lines = [
        "-- Kring: eenmalig door de databasebeheerder, als superuser (PostgreSQL 17 of nieuwer).",
        "-- Geef daarna iedere rol een wachtwoord: alter role kring_app password '…'.",
        f'create database "{name}";',
        *[f"{statement};" for statement in preparation(name)],
        f'\\connect "{name}"',
        *[f"{statement};" for statement in preparation_inside()],
    ]
    return "\n".join(lines)
