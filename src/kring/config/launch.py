"""What `./run` hands over to: every command finds the running embedded server, or starts one for its own time."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kring.config import server
from kring.config.checks import check
from kring.config.database import configured_url
from kring.config.embedded.cluster import Cluster
from kring.config.prepare import database_name, prepare, printed_preparation
from kring.ground.shared.database import DatabaseRole

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("KRING_VAR") or ROOT / "var")
OWNER_COMMANDS = frozenset({"migrate", "makemigrations", "sqlmigrate", "showmigrations", "sqlflush"})
WITHOUT_DATABASE = frozenset({"makemessages", "compilemessages", "messages", "findstatic", "help", "version"})


@contextmanager
def database(*, fresh: bool = False) -> Iterator[None]:
    """Point this process at the configured server, or at the embedded one for as long as the block."""
    if configured_url():
        yield
        return
    cluster = Cluster(VAR / "postgres")
    if fresh:
        cluster.remove()
    with cluster.running() as superuser_dsn:
        os.environ["KRING_DATABASE_URL"] = cluster.dsn(database="kring", user="")
        try:
            prepare(superuser_dsn, "kring")
            yield
        finally:
            del os.environ["KRING_DATABASE_URL"]


def manage(argv: Sequence[str]) -> int:
    """A Django command, as the database role that it needs."""
    role = DatabaseRole.OWNER if argv[0] in OWNER_COMMANDS else DatabaseRole.APP
    os.environ.setdefault("KRING_DATABASE_ROLE", role)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.config.settings")
    import django  # noqa: PLC0415  after the environment is set
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    if argv[0] not in WITHOUT_DATABASE | OWNER_COMMANDS:
        django.setup()
        from kring.ground.shared import narrow  # noqa: PLC0415

        narrow.enforce()
    execute_from_command_line(["./run", *argv])
    return 0


def command_demo(argv: Sequence[str]) -> int:
    options = server.options("demo", argv)
    os.environ["KRING_DEMO"] = "1"
    with database(fresh=options.fresh):
        return server.serve(options, demo=True)


def command_serve(argv: Sequence[str]) -> int:
    options = server.options("serve", argv)
    with database():
        return server.serve(options, demo=False)


def command_test(argv: Sequence[str]) -> int:
    os.chdir(ROOT)
    workers = [] if any(part.startswith("-n") for part in argv) else ["-n", str(os.cpu_count() or 2)]
    return subprocess.run([sys.executable, "-m", "pytest", *workers, *argv], check=False).returncode  # noqa: S603


def command_check(argv: Sequence[str]) -> int:
    os.chdir(ROOT)
    return check(argv)


def command_bench(argv: Sequence[str]) -> int:
    os.chdir(ROOT)
    return subprocess.run([sys.executable, "-m", "tests.bench", *argv], check=False).returncode  # noqa: S603


def command_database(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run database", description="Rollen en database klaarmaken.")
    parser.add_argument("what", choices=["prepare"])
    parser.add_argument("--admin", help="adres van een beheerder (postgresql://…); zonder: druk de SQL af")
    given = parser.parse_args(argv)
    if given.admin:
        prepare(given.admin, database_name())
        print("Klaar. Doe nu: ./run migrate")
        return 0
    print(printed_preparation())
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "demo": command_demo,
    "serve": command_serve,
    "test": command_test,
    "check": command_check,
    "bench": command_bench,
    "database": command_database,
}


def main(argv: Sequence[str]) -> int:
    name, *rest = argv or ["demo"]
    try:
        if name in COMMANDS:
            return COMMANDS[name](rest)
        if name in WITHOUT_DATABASE:
            return manage(argv)
        with database():
            return manage(argv)
    except (RuntimeError, ValueError, OSError) as problem:
        print(f"Kring: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
