"""The shell round every page: who am I, where can I go, what waits for me."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import get_language

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.agenda.models import Notice
from kring.ground.organisations.models import CoOperation
from kring.ground.shared.prepared import Prepared
from kring.web.kit.navigation import NavItem, navigation

LARGE_LETTERS = "large_letters"
"""In the session, for who asked for them."""


@dataclass(frozen=True, slots=True)
class Me:
    """The signed-in account as the top bar shows it."""

    name: str
    function: str
    initials: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Shell:
    """What `base.html` needs; empty for someone who is not signed in. `base` is the frame for pages that all share."""

    co_operation: str
    account: Me | None
    nav: tuple[NavItem, ...]
    base: str
    demo: bool
    notices: int
    language: str
    languages: list[tuple[str, str]]
    has_large_letters: bool = False


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Reads only inside a page's own transaction, where the actor is known."""
    actor = getattr(request, "actor", None)
    me, notices, name = _account(actor) if isinstance(actor, Actor) else (None, 0, "")
    is_family = me is not None and me.organisation == ""
    nav = navigation(actor, is_family, request.path, {"notices": notices}) if isinstance(actor, Actor) else ()
    language = get_language() or settings.LANGUAGE_CODE
    base = "base_family.html" if is_family else "base.html"
    languages = [(code, str(title)) for code, title in settings.LANGUAGES]
    is_large = is_family and bool(request.session.get(LARGE_LETTERS))
    return {"shell": Shell(name, me, nav, base, settings.DEMO, notices, language, languages, is_large)}


@Prepared
def _mine(account: UUID) -> QuerySet[Account, tuple[str, str, str | None, int | None, str | None]]:
    unread = Notice.objects.filter(account=OuterRef("pk"), read_at=None).order_by().values("account")
    return Account.objects.filter(id=account).values_list(
        "display_name", "function", "organisation__name",
        Subquery(unread.annotate(n=Count("id")).values("n")),
        Subquery(CoOperation.objects.values("name")[:1]),
    )  # fmt: skip


def _account(actor: Actor) -> tuple[Me | None, int, str]:
    rows = _mine(actor.id)
    if not rows:
        return None, 0, ""
    name, function, organisation, unread_count, co_operation = rows[0]
    return Me(name, function, initials(name), organisation or ""), unread_count or 0, co_operation or ""


def initials(name: str) -> str:
    """`Jorien van der Smit` → `JS`: first and last word, prefixes left out."""
    words = [word for word in name.split() if word[:1].isupper()]
    return "".join(word[0] for word in [*words[:1], *words[1:][-1:]]).upper()
