"""A package on its way to a browser: never kept on the way, under a neutral name."""

from django.http import Http404, HttpResponse

from kring.oversight.rights.queries import FILE_NAME


def package(content: bytes | None) -> HttpResponse:
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    response["Cache-Control"] = "no-store"
    return response
