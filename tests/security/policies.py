"""What holds for every answer of Kring: one row per policy. A new page is held to all of them by itself."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpResponseBase
from lxml import html

CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
CLOSED = ("camera", "microphone", "geolocation", "usb", "payment", "browsing-topics", "display-capture")
NEUTRAL_NAME = re.compile(r'attachment; filename="[a-z0-9][a-z0-9.-]*"')
SCRIPTED = re.compile(r"\s*(javascript|vbscript|data:text)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and what was asked, for the message when it is wrong."""

    what: str
    response: HttpResponseBase

    def header(self, name: str) -> str:
        return str(self.response.headers.get(name, ""))

    @property
    def is_static(self) -> bool:
        """A file of the look: the same for everybody."""
        return " /static/" in self.what and self.response.status_code in {200, 304}

    @property
    def has_body(self) -> bool:
        return self.response.status_code not in {301, 302, 304, 405}

    @property
    def is_page(self) -> bool:
        return self.header("Content-Type").startswith("text/html")

    def tree(self) -> html.HtmlElement | None:
        body: bytes = getattr(self.response, "content", b"")
        return html.document_fromstring(body.decode()) if self.is_page and body.strip() else None


@dataclass(frozen=True, slots=True)
class Policy:
    """A row: what it is called, whether an answer keeps it, and for which answers it counts."""

    name: str
    kept: Callable[[Answer], bool]
    counts: Callable[[Answer], bool] = lambda _answer: True


def has(name: str, value: str) -> Policy:
    return Policy(f"{name}: {value}", lambda answer: answer.header(name) == value)


def _directives(text: str) -> Mapping[str, str]:
    return {name: rest for one in text.split(";") for name, _space, rest in [one.strip().partition(" ")] if name}


def _permissions(answer: Answer) -> bool:
    given = answer.header("Permissions-Policy").split(", ")
    return all(f"{name}=()" in given for name in CLOSED) and not any("*" in one for one in given)


def _no_inline(answer: Answer) -> bool:
    """No script or style in the page itself, in no attribute either."""
    tree = answer.tree()
    if tree is None:
        return True
    scripts = [one for one in tree.xpath("//script[not(@src)]") if one.get("type") != "application/json"]
    attributes = tree.xpath("//@style | //@*[starts-with(name(), 'on')]")
    places = tree.xpath("//@href | //@src | //@action | //@formaction")
    return not scripts and not tree.xpath("//style") and not attributes and not any(map(SCRIPTED.match, places))


def _own_sources(answer: Answer) -> bool:
    """Whatever the browser fetches or sends by itself, it fetches here and sends here."""
    tree = answer.tree()
    if tree is None:
        return True
    places = tree.xpath("//script/@src | //link/@href | //img/@src | //form/@action | //*/@formaction | //iframe/@src")
    return all(not urlsplit(place).netloc and urlsplit(place).scheme in {"", "data"} for place in places)


def _safe_cookies(answer: Answer) -> bool:
    return all(
        name.startswith("__Host-") and one["secure"] and one["httponly"] and one["samesite"] == "Lax"
        and one["path"] == "/" and not one["domain"]
        for name, one in answer.response.cookies.items()
    )  # fmt: skip


def _stays_here(answer: Answer) -> bool:
    place = urlsplit(answer.header("Location"))
    return not place.netloc or (place.scheme, place.hostname) == ("https", "localhost")


def _not_stored(answer: Answer) -> bool:
    return "no-store" in answer.header("Cache-Control")


POLICIES = (
    Policy("Content-Security-Policy", lambda answer: _directives(answer.header("Content-Security-Policy")) == CSP),
    has("X-Content-Type-Options", "nosniff"),
    has("X-Frame-Options", "DENY"),
    has("Referrer-Policy", "same-origin"),
    has("Cross-Origin-Opener-Policy", "same-origin"),
    has("Cross-Origin-Resource-Policy", "same-origin"),
    has("Cross-Origin-Embedder-Policy", "require-corp"),
    Policy("Permissions-Policy", _permissions),
    Policy(
        "Strict-Transport-Security: a year, subdomains too",
        lambda answer: answer.header("Strict-Transport-Security") == "max-age=31536000; includeSubDomains",
        lambda answer: not answer.what.startswith("http:"),
    ),
    Policy("Cache-Control: no-store", _not_stored, lambda answer: not answer.is_static),
    Policy("no cookie with a file of the look", lambda answer: not answer.response.cookies, lambda one: one.is_static),
    Policy("no other site reads this", lambda answer: not answer.header("Access-Control-Allow-Origin")),
    Policy("cookies", _safe_cookies),
    Policy("redirects stay here", _stays_here),
    Policy("nothing inline", _no_inline),
    Policy("sources of our own", _own_sources),
    Policy(
        "text says its characters",
        lambda answer: "charset=utf-8" in answer.header("Content-Type").lower().replace('"', ""),
        lambda answer: answer.has_body and answer.header("Content-Type").startswith("text/"),
    ),
    Policy(
        "a file is an attachment with a neutral name",
        lambda answer: bool(NEUTRAL_NAME.fullmatch(answer.header("Content-Disposition"))),
        lambda answer: (
            not answer.is_static
            and answer.response.status_code == 200
            and answer.header("Content-Type").split(";")[0] not in {"text/html", "text/plain", "application/json"}
        ),
    ),
    Policy("no name of the software", lambda answer: not {"X-Powered-By", "Server"} & answer.response.headers.keys()),
)


def broken(answer: Answer) -> list[str]:
    """The policies that this answer breaks."""
    return [f"{answer.what} {answer.response.status_code}: {policy.name}" for policy in POLICIES
            if policy.counts(answer) and not policy.kept(answer)]  # fmt: skip
