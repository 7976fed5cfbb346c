"""How much a browser may send: little, but more on a page that takes a file, from who is signed in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from kring.web.kit.pages import Decorated

LIMIT = "largest_body"


def takes_file(largest: int) -> Callable[[Decorated], Decorated]:
    """A view with a file field. Twice its largest file still comes in, so that the form itself says what is wrong."""

    def marked(view: Decorated) -> Decorated:
        setattr(view, LIMIT, 2 * largest)
        return view

    return marked


class SmallBodies:
    """Refuses by the length that the browser gives, before a byte is read. Without a length there is no body."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        _args: tuple[object, ...],
        _kwargs: dict[str, object],
    ) -> HttpResponse | None:
        length = request.META.get("CONTENT_LENGTH") or ""
        sent = int(length) if length.isdecimal() else 0
        largest: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if sent <= largest or (sent <= getattr(view, LIMIT, 0) and request.user.is_authenticated):
            return None
        return HttpResponse(render_to_string("error/413.html"), status=413)
