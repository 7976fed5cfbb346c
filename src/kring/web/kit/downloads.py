"""A file that leaves Kring: always as an attachment, with a name that tells nothing about anybody."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

CSV = "text/csv; charset=utf-8"
PDF = "application/pdf"


def attachment(content: bytes | str, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment"}
    return HttpResponse(content, content_type=media_type, headers=headers)
