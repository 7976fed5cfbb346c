"""One PostgreSQL data folder and its server, from the binaries in the wheel; a server that already runs is shared.

with Cluster(Path("var/pg")).running() as dsn: ...     # a child: it goes when this process goes
"""

import contextlib
import ctypes
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from kring.config.embedded import places

SETTINGS = {  # fits a laptop; production has its own server
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "jit": "off",
    "lc_messages": "C",
}
THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
READY_LINE = 7  # of postmaster.pid
SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
PR_SET_PDEATHSIG = 1


class Cluster:
    """A data folder; `throwaway` trades safety for speed and removes the folder afterwards."""

    def __init__(self, data: Path, *, throwaway: bool = False) -> None:
        self.account = places.server_account()
        self.data = places.data_folder(data.expanduser().absolute(), self.account)
        self.throwaway = throwaway
        self.socket_folder = places.socket_folder(self.data)
        self.log = self.data.with_name(self.data.name + ".log")
        self.lock = self.data.with_name(self.data.name + ".lock")
        self._log_from = 0

    def dsn(self, *, database: str = "postgres", user: str = "postgres") -> str:
        return f"postgresql:///{database}?host={self.socket_folder}&user={user}"

    @contextlib.contextmanager
    def running(self) -> Iterator[str]:
        """A server for as long as the block; one that already runs is used and left alone."""
        server: subprocess.Popen[bytes] | None = None
        with self._locked():
            if not self.is_ready():
                server = self._start()
        try:
            yield self.dsn()
        finally:
            if server is not None:
                self._stop(server)

    def is_ready(self) -> bool:
        """Does a living postmaster of this folder answer on its socket?"""
        pid = self._recorded_pid()
        if pid is None or not _is_postmaster(pid):
            return False
        try:
            lines = (self.data / "postmaster.pid").read_text().split("\n")
            if len(lines) <= READY_LINE or lines[READY_LINE].strip() != "ready":
                return False
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(5)
                connection.connect(str(self.socket_folder / ".s.PGSQL.5432"))
                connection.sendall(SSL_REQUEST)
                return connection.recv(1) in {b"S", b"N"}
        except OSError:
            return False

    def remove(self) -> None:
        """Forget everything in it. Refused while a server runs."""
        with self._locked():
            if self.is_ready():
                raise RuntimeError("Kring draait nog. Stop eerst het andere venster (Ctrl-C).")
            shutil.rmtree(self.data, ignore_errors=True)
            self.log.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with self.lock.open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _run(self, tool: str, *argv: str) -> None:
        command = [str(places.binary(tool, self.account)), *argv]
        done = subprocess.run(  # noqa: S603  our own binary and arguments
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd="/",
            env=self._environment(),
            text=True,
            user=self.account.pw_uid if self.account else None,
            group=self.account.pw_gid if self.account else None,
            extra_groups=[] if self.account else None,
        )
        if done.returncode:
            raise RuntimeError(f"{tool} lukte niet:\n{done.stdout[-2000:]}")

    def _environment(self) -> dict[str, str]:
        env = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        env.update(LC_ALL="C", LANG="C")
        pid = self._recorded_pid()
        if pid is not None and not _is_postmaster(pid):
            env["PG_GRANDPARENT_PID"] = str(pid)  # a stale pid, reused or a zombie: the postmaster passes over it
        return env

    def _recorded_pid(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError, PermissionError):
            return None

    def _prepare(self) -> None:
        self._own_folder(self.socket_folder)
        self.log.touch(mode=0o600)
        if self.account:
            os.chown(self.log, self.account.pw_uid, self.account.pw_gid)
        if not (self.data / "PG_VERSION").exists():
            self._initialise()

    def _own_folder(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.account:
            os.chown(folder, self.account.pw_uid, self.account.pw_gid)
        elif folder.stat().st_uid != os.geteuid():
            raise RuntimeError(f"{folder} is van iemand anders.")

    def _initialise(self) -> None:
        """Made aside and renamed when whole. Same order and case mapping on every machine: the built-in locale."""
        fresh = self.data.with_name(self.data.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)
        self._own_folder(fresh)
        options = ["-U", "postgres", "-A", "trust", "-E", "UTF8"]
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        sync = ["--no-sync"] if self.throwaway else []
        self._run("initdb", "-D", str(fresh), *options, *locale, *sync)
        if self.data.exists():
            self.data.rmdir()
        fresh.rename(self.data)

    def _start(self) -> subprocess.Popen[bytes]:
        self._prepare()
        for tries_left in range(20, -1, -1):
            server = self._spawn()
            try:
                self._wait(server)
            except RuntimeError as failure:  # the backends of a killed postmaster need a moment to go
                passing = "shared memory" in str(failure) or "postmaster.pid" in str(failure)
                if not tries_left or not passing:
                    raise
                time.sleep(0.25)
            else:
                return server
        raise AssertionError

    def _spawn(self) -> subprocess.Popen[bytes]:
        settings = {**SETTINGS, **(THROWAWAY if self.throwaway else {})}
        settings["unix_socket_directories"] = str(self.socket_folder)
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            self._log_from = log.tell()
            return subprocess.Popen(  # noqa: S603  our own binary and arguments
                [str(places.binary("postgres", self.account)), "-D", str(self.data), *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=self._environment(),
                start_new_session=True,
                preexec_fn=stop_with_parent,  # noqa: PLW1509  one prctl call, no locks
                user=self.account.pw_uid if self.account else None,
                group=self.account.pw_gid if self.account else None,
                extra_groups=[] if self.account else None,
            )

    def _wait(self, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not self.is_ready():
            if server.poll() is not None:
                text = self.log.read_bytes()[self._log_from :].decode(errors="replace")
                raise RuntimeError(f"PostgreSQL start niet:\n{text[-2000:]}")
            if time.monotonic() > end:
                raise TimeoutError(f"PostgreSQL is na {seconds:.0f} s nog niet klaar; zie {self.log}")
            time.sleep(0.01)

    def _stop(self, server: subprocess.Popen[bytes]) -> None:
        server.send_signal(signal.SIGINT)  # fast shutdown
        server.wait(60)
        if self.throwaway:
            shutil.rmtree(self.data, ignore_errors=True)
            self.log.unlink(missing_ok=True)
            self.lock.unlink(missing_ok=True)
        shutil.rmtree(self.socket_folder, ignore_errors=True)


def stop_with_parent() -> None:
    """In a new child on Linux: an interrupt reaches it when its parent is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def _is_postmaster(pid: int) -> bool:
    """A living PostgreSQL, not a reused pid and not a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return False  # another user's process: not ours
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:  # no /proc: macOS
        ps = ["/bin/ps", "-o", "stat=,comm=", "-p", str(pid)]
        out = subprocess.run(ps, check=False, capture_output=True, text=True).stdout  # noqa: S603
        return "postgres" in out and not out.startswith("Z")
    name, rest = stat[stat.index("(") + 1 :].rsplit(")", 1)
    return name == "postgres" and rest.split()[0] != "Z"
