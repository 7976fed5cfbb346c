"""Every URL of Kring is a page, an action or public: nothing reads outside a transaction that knows who asks."""

from collections import Counter
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

LIBRARY = ("allauth.", "django.")


def patterns(nodes: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for node in nodes:
        if isinstance(node, URLResolver):
            yield from patterns(node.url_patterns)
        else:
            yield node


def undecorated(nodes: list[URLPattern | URLResolver]) -> list[str]:
    return [
        f"{pattern.callback.__module__}.{pattern.callback.__name__}"
        for pattern in patterns(nodes)
        if not pattern.callback.__module__.startswith(LIBRARY)
        and getattr(pattern.callback, "kind", None) not in {"page", "action", "public"}
    ]


def twice(nodes: list[URLPattern | URLResolver]) -> list[str]:
    """Names that more than one address has: a link would lead to the last one. A borrowed address may be replaced."""
    ours = (pattern for pattern in patterns(nodes) if not pattern.callback.__module__.startswith(LIBRARY))
    counted = Counter(pattern.name for pattern in ours if pattern.name)
    return [name for name, number in counted.items() if number > 1]


def test_every_name_leads_to_one_address() -> None:
    assert twice(get_resolver().url_patterns) == []


def test_a_planted_second_address_is_found() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert twice([path("een/", view, name="een"), path("twee/", view, name="een")]) == ["een"]


def test_every_view_is_a_page_an_action_or_public() -> None:
    assert undecorated(get_resolver().url_patterns) == []


def test_a_planted_bare_view_is_found() -> None:
    def bare(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert undecorated([path("bare/", bare)]) == ["tests.architecture.test_urls.bare"]
