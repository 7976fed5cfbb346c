"""Documents in the database: whose they are, at which level, and what is kept when one is withdrawn."""

from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account, Dossier, Subject
from kring.ground.access.parts import Part
from kring.ground.access.services import represent
from kring.ground.audit.trail import recording
from kring.ground.documents.models import Document, DocumentKind
from kring.ground.documents.policy import levels
from kring.ground.documents.queries import DossierDocuments, document_file, dossier_documents, number_of
from kring.ground.documents.services import Description, add_document, withdraw_document
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from tests.access.people import (
    Town,
    actor_of,
    give_role,
    make_dossier,
    make_family_account,
    make_subject,
    make_town,
)
from tests.conftest import speaking_as
from tests.documents import files

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def samira(town: Town) -> Subject:
    return make_subject(town.municipality, "Samira El Amrani")


@pytest.fixture
def dossier(town: Town, samira: Subject) -> Dossier:
    """El Amrani, led by Jorien, with Henk as professional."""
    found = make_dossier(town, "El Amrani", [(samira, "moeder")])
    give_role(town, found, town.jorien, roles.REGISSEUR)
    give_role(town, found, town.henk, roles.TEAM_PROFESSIONAL)
    return found


def letter(*, level: Level = Level.SHARED_PLAN, subject: Subject | None = None) -> Description:
    return Description(
        DocumentKind.LETTER,
        "Brief van school",
        date(2026, 10, 20),
        given_by="Samira",
        subject=subject.id if subject else None,
        level=level,
    )


def add(actor: Actor, dossier: Dossier, content: bytes = files.PDF, description: Description | None = None) -> Document:
    with recording("test"), acting(actor):
        return add_document(actor=actor, dossier=dossier.id, content=content, description=description or letter())


def seen_by(actor: Actor, dossier: Dossier) -> DossierDocuments:
    with recording("test"), acting(actor, dossier=dossier.id, read_only=True):
        return dossier_documents(actor, dossier.id)


def named_level(town: Town, account: Account, dossier: Dossier, level: Level) -> None:
    """A named grant of level 3 or 4, as a gate makes it."""
    with speaking_as(DatabaseRole.GATE), connection.cursor() as cursor:
        cursor.execute(
            "insert into access_grant (account_id, part, key, max_level, writes, dossier_id, valid_from, source) "
            "values (%s, %s, %s, %s, 2, %s, %s, 'op naam')",
            [account.id, str(Part.DOCUMENT), dossier.id, level, dossier.id, town.at],
        )


def test_what_kring_sees_for_itself(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    document = add(jorien, dossier, files.DOCX)
    assert document.size == len(files.DOCX)
    assert document.sha256 == sha256(files.DOCX).hexdigest()
    [row] = seen_by(jorien, dossier).present
    assert (row.type.ending, row.title, row.given_by, row.added_by_name, row.is_mine) == (
        "docx",
        "Brief van school",
        "Samira",
        "Jorien Smit",
        True,
    )


def test_a_file_leaves_with_a_name_that_says_nothing(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    document = add(jorien, dossier, files.PNG)
    with recording("documents.download") as trail, acting(jorien, dossier=dossier.id, read_only=True):
        file = document_file(dossier.id, document.id)
    assert file is not None
    assert file.name == f"document-{number_of(document.id)}.png"
    assert (file.media_type, file.content) == ("image/png", files.PNG)
    assert [(entry.event, entry.dossier) for entry in trail.entries.values()] == [("export", dossier.id)]


def test_reading_the_list_is_logged_with_whom_it_is_about(town: Town, dossier: Dossier, samira: Subject) -> None:
    jorien = town.actor(town.jorien)
    add(jorien, dossier, description=letter(subject=samira))
    with recording("documents.overview") as trail, acting(jorien, read_only=True):
        dossier_documents(jorien, dossier.id)
    [entry] = trail.entries.values()
    assert (entry.parts, entry.subjects) == ({Part.DOCUMENT}, {samira.id})


def test_what_is_protected_has_a_line_of_its_own(town: Town, dossier: Dossier, samira: Subject) -> None:
    """BR-103: Samira reads that Jorien looked at her letter, and not yet that there is a protected one."""
    jorien = town.actor(town.jorien)
    named_level(town, town.jorien, dossier, Level.PROTECTED)
    add(jorien, dossier, description=letter(subject=samira))
    add(jorien, dossier, description=letter(level=Level.PROTECTED))
    with recording("documents.overview") as trail, acting(jorien, read_only=True):
        dossier_documents(jorien, dossier.id)
    assert [(entry.level, entry.subjects) for entry in trail.entries.values()] == [(0, {samira.id}), (3, set())]


def test_another_family_is_not_opened_by_knowing_its_ids(town: Town, dossier: Dossier) -> None:
    """Naima works in the same team and has no role here; Jorien reads the same file."""
    document = add(town.actor(town.jorien), dossier)
    naima, jorien = town.actor(town.naima), town.actor(town.jorien)
    with recording("test"), acting(naima, read_only=True):
        assert dossier_documents(naima, dossier.id) == DossierDocuments((), ())
        assert document_file(dossier.id, document.id) is None
    with recording("test"), acting(jorien, read_only=True):
        assert document_file(dossier.id, document.id) is not None


def test_a_document_opens_only_in_its_own_dossier(town: Town, dossier: Dossier) -> None:
    other = make_dossier(town, "De Wit", [(make_subject(town.municipality, "Marloes de Wit"), "moeder")])
    give_role(town, other, town.jorien, roles.REGISSEUR)
    jorien = town.actor(town.jorien)
    document = add(jorien, dossier)
    with recording("test"), acting(jorien, read_only=True):
        assert document_file(other.id, document.id) is None


def test_without_a_task_in_the_dossier_nobody_adds_a_document(town: Town, dossier: Dossier) -> None:
    with pytest.raises(Refused, match="Alleen een professional met een taak"):
        add(town.actor(town.naima), dossier)
    naima = town.actor(town.naima)
    with acting(naima), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Document.objects.create(
            dossier=dossier, kind="letter", dated_on=town.at, added_at=town.at, added_by=naima.id, size=1
        )


def test_a_shielded_document_is_seen_by_whom_it_was_opened_to_by_name(town: Town, dossier: Dossier) -> None:
    jorien, henk = town.actor(town.jorien), town.actor(town.henk)
    with acting(jorien):
        assert levels(jorien, dossier.id) == (Level.SHARED_PLAN, Level.DOMAIN_FILE)
    with pytest.raises(Refused, match="mag u zelf niet lezen"):
        add(jorien, dossier, description=letter(level=Level.PROTECTED))

    named_level(town, town.jorien, dossier, Level.PROTECTED)
    shielded = add(jorien, dossier, description=letter(level=Level.PROTECTED))
    assert [row.id for row in seen_by(jorien, dossier).present] == [shielded.id]
    assert seen_by(henk, dossier).present == ()
    with recording("test"), acting(henk, read_only=True):
        assert document_file(dossier.id, shielded.id) is None


def test_a_withdrawn_document_keeps_its_reason_and_opens_no_more(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    document = add(jorien, dossier)
    with recording("test") as trail, acting(jorien):
        withdraw_document(actor=jorien, document=document, reason="hoort bij een ander gezin")
        [entry] = trail.entries.values()
        assert document_file(dossier.id, document.id) is None
    assert (entry.what, entry.event, entry.ground) == (
        "documents.document_withdrawn",
        "delete",
        "hoort bij een ander gezin",
    )
    listed = seen_by(jorien, dossier)
    assert (listed.present, [(row.withdrawn_reason, row.withdrawn_by_name) for row in listed.withdrawn]) == (
        (),
        [("hoort bij een ander gezin", "Jorien Smit")],
    )


def test_who_added_it_and_the_regisseur_withdraw_and_nobody_else(town: Town, dossier: Dossier) -> None:
    of_jorien, of_henk = add(town.actor(town.jorien), dossier), add(town.actor(town.henk), dossier)
    henk, jorien = town.actor(town.henk), town.actor(town.jorien)
    with recording("test"), acting(henk), pytest.raises(Refused, match="Alleen wie dit document toevoegde"):
        withdraw_document(actor=henk, document=of_jorien, reason="weg ermee")
    with recording("test"), acting(jorien):
        withdraw_document(actor=jorien, document=of_henk, reason="dubbel")


def test_two_people_withdrawing_at_once(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    document = add(jorien, dossier)
    with recording("test"), acting(jorien):
        same = Document.objects.get(id=document.id)
        withdraw_document(actor=jorien, document=document, reason="dubbel")
        with pytest.raises(Refused, match="Iemand anders"):
            withdraw_document(actor=jorien, document=same, reason="dubbel")


def test_what_cannot_be_kept_is_refused_with_what_to_do(town: Town, dossier: Dossier) -> None:
    with pytest.raises(Refused, match="Gebruik PDF"):
        add(town.actor(town.jorien), dossier, files.EXE)


def test_the_list_is_two_queries_that_leave_the_files_where_they_are(town: Town, dossier: Dossier) -> None:
    jorien = town.actor(town.jorien)
    for _again in range(3):
        add(jorien, dossier)
    with recording("test"), acting(jorien, read_only=True), CaptureQueriesContext(connection) as queries:
        assert len(dossier_documents(jorien, dossier.id).present) == 3
    assert len(queries) == 2
    assert '"content"' not in queries[0]["sql"]


@pytest.fixture
def readers(town: Town, samira: Subject) -> dict[str, Actor]:
    """Samira with her mother Fatma, Yassin (16) and Nora (13); her authority over Yassin ended on his birthday.

    Jorien added a document about everybody and about each, and one of the domain file about Samira.
    """
    people = {"Samira": samira} | {name: make_subject(town.municipality, name) for name in ("Fatma", "Yassin", "Nora")}
    found = make_dossier(town, "El Amrani", [(subject, "") for subject in people.values()])
    give_role(town, found, town.jorien, roles.REGISSEUR)
    accounts = {name: make_family_account(town, subject, name) for name, subject in people.items()}
    for name, account in accounts.items():
        give_role(town, found, account, roles.YOUNG if name in {"Yassin", "Nora"} else roles.ADULT)
    of_nora, of_yassin = town.at + timedelta(days=900), town.at - timedelta(days=1)
    has_authority(town, found, samira, people["Nora"], until=of_nora)
    has_authority(town, found, samira, people["Yassin"], until=of_yassin)
    jorien = town.actor(town.jorien)
    add(jorien, found, description=titled("allen"))
    for name, subject in people.items():
        add(jorien, found, description=titled(name, subject))
    add(jorien, found, description=titled("domeindossier van Samira", samira, Level.DOMAIN_FILE))
    return {name: town.actor(account) for name, account in accounts.items()} | {"Jorien": jorien}


def has_authority(town: Town, dossier: Dossier, holder: Subject, child: Subject, *, until: datetime) -> None:
    mark = actor_of(town.mark.id, town.at - timedelta(days=5))
    with recording("test"), acting(mark):
        represent(actor=mark, dossier=dossier, holder=holder.id, child=child.id, until=until, source="gezagsregister")


def titled(title: str, subject: Subject | None = None, level: Level = Level.SHARED_PLAN) -> Description:
    about = subject.id if subject else None
    return Description(DocumentKind.LETTER, title, date(2026, 10, 20), subject=about, level=level)


def el_amrani(reader: Actor) -> Dossier:
    with acting(reader, read_only=True):
        return Dossier.objects.get(label="El Amrani")


@pytest.mark.parametrize(
    ("reader", "titles"),
    [
        ("Samira", {"allen", "Samira", "Nora"}),
        ("Fatma", {"allen", "Fatma"}),
        ("Yassin", {"allen", "Yassin"}),
        ("Nora", {"allen", "Nora"}),
        ("Jorien", {"allen", "Samira", "Fatma", "Yassin", "Nora", "domeindossier van Samira"}),
    ],
)
def test_each_of_a_family_reads_what_is_about_all_or_the_own_part(
    readers: dict[str, Actor], reader: str, titles: set[str]
) -> None:
    """The own part, and of a child below sixteen under one's authority; never the domain file (handbook §5)."""
    seen = seen_by(readers[reader], el_amrani(readers[reader])).present
    assert {row.title for row in seen} == titles


def test_a_family_reads_documents_and_adds_none(readers: dict[str, Actor]) -> None:
    dossier = el_amrani(readers["Samira"])
    with pytest.raises(Refused, match="Alleen een professional met een taak"):
        add(readers["Samira"], dossier)
    add(readers["Jorien"], dossier)
