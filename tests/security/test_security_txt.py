"""Where a hole is reported (RFC 9116): a contact with a last day, or nothing. Never something that nobody answers."""

import pytest
from django.test import Client, override_settings

PLACE = "/.well-known/security.txt"


@pytest.mark.django_db
def test_it_says_whom_to_tell_and_until_when() -> None:
    given = {
        "SECURITY_CONTACT": "lek@waterrijk.example https://waterrijk.example/lek",
        "SECURITY_EXPIRES": "2027-06-30",
    }
    with override_settings(**given, CSRF_TRUSTED_ORIGINS=["https://kring.waterrijk.example"]):
        answer = Client().get(PLACE)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:lek@waterrijk.example",
        "Contact: https://waterrijk.example/lek",
        "Expires: 2027-06-30T21:59:59Z",
        "Preferred-Languages: nl, en",
        "Canonical: https://kring.waterrijk.example/.well-known/security.txt",
    ]


@pytest.mark.parametrize(
    ("contact", "expires"),
    [("", "2027-06-30"), ("lek@waterrijk.example", ""), ("lek@waterrijk.example", "volgend jaar"),
     ("lek@waterrijk.example", "2026-10-31")],
    ids=["no contact", "no last day", "no date", "past"],
)  # fmt: skip
@pytest.mark.django_db
def test_it_is_not_there_when_nobody_answers_for_it(contact: str, expires: str) -> None:
    with override_settings(SECURITY_CONTACT=contact, SECURITY_EXPIRES=expires):
        assert Client().get(PLACE).status_code == 404


@pytest.mark.django_db
def test_it_holds_on_its_last_day() -> None:
    with override_settings(SECURITY_CONTACT="lek@waterrijk.example", SECURITY_EXPIRES="2026-11-01"):
        assert Client().get(PLACE).status_code == 200
