"""How much Kring takes in: little, and a whole file only on its own page from who is signed in."""

from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kring.ground.shared.database import DatabaseRole
from kring.practice.leads.models import Lead, LeadKind
from tests.conftest import speaking_as
from tests.security.house import browser
from tests.web.addresses import family_with_a_plan

pytestmark = pytest.mark.usefixtures("demo")
MB = 1024 * 1024


def regisseur() -> tuple[UUID, UUID]:
    with speaking_as(DatabaseRole.OWNER):
        family = family_with_a_plan()
        return family, Lead.objects.get(dossier=family, kind=LeadKind.LEAD, ended_at=None).account_id


def sent(account: UUID | None, url: str, size: int) -> tuple[int, str]:
    answer = browser(account).client.post(url, {"file": SimpleUploadedFile("brief.pdf", b"\0" * size)})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    ("megabytes", "status", "words"),
    [(9, 422, "Dit soort bestand kan Kring niet bewaren"), (12, 422, "hoogstens 10 MB"), (21, 413, "meer dan Kring")],
    ids=["the form judges the kind", "the form says it is too large", "not even read"],
)
def test_a_document(megabytes: int, status: int, words: str) -> None:
    family, account = regisseur()
    found = sent(account, reverse("document_add", args=[family]), megabytes * MB)
    assert found[0] == status
    assert words in found[1]


def test_a_page_without_a_file_takes_two_megabytes() -> None:
    _family, account = regisseur()
    assert sent(account, reverse("search"), MB)[0] != 413
    assert sent(account, reverse("search"), 3 * MB)[0] == 413


def test_nobody_sends_a_large_file_without_signing_in() -> None:
    family, account = regisseur()
    url = reverse("document_add", args=[family])
    assert sent(account, url, 3 * MB)[0] == 422
    assert sent(None, url, 3 * MB)[0] == 413


def test_an_invented_length_is_no_reason_to_break() -> None:
    answer = browser().client.post("/taal/", {}, CONTENT_LENGTH="veel")
    assert answer.status_code in {302, 400}
