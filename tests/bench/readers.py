"""Twenty readers at once over real HTTP, with the server of `./run serve`: guarded and bare by turns."""

import http.client
import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from statistics import median

from kring.config.embedded.cluster import stop_with_parent
from kring.config.server import web_command
from kring.ground.shared.database import DatabaseRole
from tests.postgres import ROOT
from tests.stories.serving import free_port

PAGES_EACH = 2
START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody with a session, and the page that they open again and again."""

    session: str
    url: str


def ratio_of_readers(pages: Mapping[str, Sequence[Reader]], rounds: int, role: str) -> dict[str, tuple[float, float]]:
    """Per page: pages per second, guarded and bare, each the median of the rounds."""
    with ExitStack() as stack:
        guarded = stack.enter_context(_serving(str(DatabaseRole.APP), "kring.config.wsgi:application"))
        bare = stack.enter_context(_serving(role, "tests.bench.wsgi_bare:application"))
        found = {}
        for name, readers in pages.items():
            for port in (guarded, bare):
                _per_second(port, readers)
            pairs = [(_per_second(guarded, readers), _per_second(bare, readers)) for _round in range(rounds)]
            found[name] = median(one for one, _other in pairs), median(other for _one, other in pairs)
    return found


def _per_second(port: int, readers: Sequence[Reader]) -> float:
    began = time.perf_counter()
    with ThreadPoolExecutor(len(readers)) as pool:
        list(pool.map(lambda reader: _read(port, reader), readers))
    return len(readers) * PAGES_EACH / (time.perf_counter() - began)


def _read(port: int, reader: Reader) -> None:
    for _page in range(PAGES_EACH):
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        line.request("GET", reader.url, headers={"Cookie": f"sessionid={reader.session}"})
        answer = line.getresponse()
        answer.read()
        line.close()
        assert answer.status == 200, f"{reader.url}: {answer.status}"


@contextmanager
def _serving(role: str, application: str) -> Iterator[int]:
    port = free_port()
    environment = {**os.environ, "KRING_DATABASE_ROLE": role, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = web_command(port, application)
    server = subprocess.Popen(command, env=environment, cwd=ROOT, preexec_fn=stop_with_parent)  # noqa: PLW1509
    try:
        _wait(port)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def _wait(port: int) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            line.request("GET", "/privacy/")
            line.getresponse().read()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return
        finally:
            line.close()
