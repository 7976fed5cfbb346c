"""What the rest of the house holds for safety: withholding, sharing with Veilig Thuis, shielded words, own accounts."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from kring.ground.access.models import Account
from kring.ground.access.rules import can_be_label, can_end_withholding, can_withhold
from kring.ground.access.sharing_rules import SAFETY, STATUTORY, Sharing, can_share, can_state_reasons
from kring.ground.agenda.models import NoticeKind
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.ground.shared.period import HERE
from kring.ground.shared.verdict import Verdict
from kring.practice.households.models import PersonAddress
from kring.practice.households.reaching import ADDRESS, reach_of
from kring.practice.households.telling import telling
from tests.access.people import make_family_account, make_subject
from tests.conftest import speaking_as
from tests.safety.world import TODAY, Safe, make_safe

NOW = datetime(2026, 11, 1, 10, tzinfo=HERE)
WHY = "Lezen van dit verslag maakt het nu onveilig."
STREET = "Kruisbessenhof"


def withhold(reason: str = WHY, review_on: date = TODAY + timedelta(30), until: datetime | None = None) -> Verdict:
    return can_withhold(reason, today=TODAY, review_on=review_on, at=NOW, until=until)


WITHHOLDING = {
    "BR-073 with a reason and a day to look again": (withhold, True),
    "BR-073 without a reason": (lambda: withhold(" "), False),
    "BR-073 looked at again today": (lambda: withhold(review_on=TODAY), False),
    "BR-073 looked at again in a year": (lambda: withhold(review_on=TODAY + timedelta(365)), False),
    "BR-073 two days before another professional answered": (lambda: withhold(until=NOW + timedelta(2)), True),
    "BR-073 a month before another professional answered": (lambda: withhold(until=NOW + timedelta(30)), False),
    "BR-073 given when the ground is gone": (
        lambda: can_end_withholding("Het is nu veilig genoeg.", at=NOW, ended_at=None), True,
    ),
    "BR-073 ended without saying why": (lambda: can_end_withholding("", at=NOW, ended_at=None), False),
}  # fmt: skip
VEILIG_THUIS = {
    "BR-074 without consent, across laws": (
        lambda: can_share(Sharing(SAFETY, "jeugdwet", frozenset({"wmo"})), TODAY), True,
    ),
    "BR-074 not on another ground": (
        lambda: can_share(Sharing(STATUTORY, "jeugdwet", frozenset({"wmo"})), TODAY), False,
    ),
    "BR-074 with what is needed and why": (
        lambda: can_state_reasons("Onderzoek door Veilig Thuis", "De melding gaat over Kacper", "Alleen dit"), True,
    ),
    "BR-074 without necessity": (lambda: can_state_reasons("Onderzoek", " ", "Alleen dit"), False),
    "BR-074 whether less would do": (lambda: can_state_reasons("Onderzoek", "De melding", " "), False),
}  # fmt: skip
LABELS = {
    "BR-075 a name of people": (lambda: can_be_label("Gezin Nowak"), True),
    "BR-075 a name that tells": (lambda: can_be_label("Gezin Nowak (opvang)"), False),
}
ROWS = [pytest.param(*row, id=name) for name, row in (WITHHOLDING | VEILIG_THUIS | LABELS).items()]


@pytest.mark.parametrize(("rule", "goes"), ROWS)
def test_what_may_be_and_what_is_refused(rule: Callable[[], Verdict], goes: bool) -> None:
    assert bool(rule()) is goes


@pytest.fixture
def safe(now: datetime) -> Safe:
    """Agnieszka lives where nobody may find her, Tomasz where everybody knows."""
    made = make_safe(now)
    with speaking_as(DatabaseRole.IMPORT):
        for who, street, level in (("agnieszka", STREET, Level.SHIELDED), ("tomasz", "Havenstraat", Level.CONTACT)):
            PersonAddress.objects.create(
                subject=getattr(made.nowak, who), level=level, kind="full", street=street, number="7",
                postcode="9996QZ" if level else "9998EJ", place="Zeewaard", source="BRP",
            )  # fmt: skip
    return made


def address(safe: Safe, reader: str, whose: str) -> str | None:
    with safe.acting(reader) as actor:
        subject = getattr(safe.nowak, whose).id
        [found] = [one for one in reach_of(actor, safe.id, [subject])[subject] if one.kind == ADDRESS]
        return found.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("whose", "reads"),
    [
        pytest.param("tomasz", True, id="BR-075 an open address is read"),
        pytest.param("agnieszka", False, id="BR-075 of a shielded one only that it is there"),
    ],
)
def test_an_address_that_is_shielded_has_no_words(safe: Safe, whose: str, reads: bool) -> None:
    assert (address(safe, "jorien", whose) is not None) is reads


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Zij wonen nu aan de Kruisbessenhof.", True, id="BR-076 the street"),
        pytest.param("Post naar 9996 QZ.", True, id="BR-076 the postcode"),
        pytest.param("Tomasz woont in de Havenstraat.", False, id="BR-076 an address that is open"),
        pytest.param("Magda belt elke dag.", False, id="BR-076 no address"),
    ],
)
def test_a_text_about_safety_does_not_tell_where_it_is(safe: Safe, text: str, told: bool) -> None:
    with safe.acting("jorien"):
        assert bool(telling(safe.id, {"what": text})) is told


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("whose", "goes"),
    [
        pytest.param("ewa", True, id="BR-078 an own account for another adult"),
        pytest.param("agnieszka", False, id="BR-078 no second account for one person"),
    ],
)
def test_an_account_is_of_one_person(safe: Safe, whose: str, goes: bool) -> None:
    town = safe.nowak.town
    subject = make_subject(town.municipality, "Ewa Nowak") if whose == "ewa" else safe.nowak.agnieszka
    if goes:
        assert make_family_account(town, subject, "Ewa Nowak").subject_id == subject.id
        return
    with pytest.raises(IntegrityError), transaction.atomic():
        make_family_account(town, subject, "Gezin Nowak")


def test_an_account_names_one_person_and_no_household_br_078() -> None:
    assert Account._meta.get_field("subject").unique
    assert not [field.name for field in Account._meta.get_fields() if field.name in {"dossier", "household"}]


@pytest.mark.parametrize("kind", NoticeKind)
def test_a_notice_says_nothing_of_what_it_is_about_br_078(kind: NoticeKind) -> None:
    for word in ("veilig", "meldcode", "afspraak", "jeugdhulp", "%"):
        assert word not in kind.label.lower()
