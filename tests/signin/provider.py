"""A real OpenID provider on this computer, and walking through it as a browser does."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener, urlopen

from kring.config.embedded.cluster import stop_with_parent
from tests.stories.serving import free_port
from tests.web.visitor import Page, Visitor

PEOPLE = (
    {"sub": "jorien", "email": "jorien@zeewaard.test", "email_verified": True, "name": "Jorien Smit"},
    {"sub": "unverified", "email": "jorien@zeewaard.test", "email_verified": False},
    {"sub": "stranger", "email": "niemand@elders.test", "email_verified": True},
)
"""Who can be chosen on its page."""


@contextmanager
def running_provider() -> Iterator[str]:
    """Its address. A process of its own, as in a municipality."""
    port = free_port()
    people = [f"--user-claims={json.dumps(claims)}" for claims in PEOPLE]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *people]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, preexec_fn=stop_with_parent)  # noqa: PLW1509
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 30
    while True:
        try:
            urlopen(f"{address}/.well-known/openid-configuration", timeout=5).read()
        except OSError:
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError("the OpenID provider of the tests did not start") from None
            time.sleep(0.1)
        else:
            return


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


def back_from_provider(visitor: Visitor, between: Page, who: str) -> Page:
    """From the page in between to the provider, choose who one is there, and back to Kring with the code."""
    place = str(between.tree.xpath("//a/@href")[0])
    asked = Request(place, data=f"sub={who}".encode(), method="POST")
    try:
        build_opener(_Stay).open(asked)
    except HTTPError as redirected:
        with redirected:
            back = urlsplit(redirected.headers["Location"])
        return visitor.get(f"{back.path}?{back.query}")
    raise AssertionError("the provider did not lead back")
