"""The log as Logboek Dataverwerkingen: one span per line and data subject, by pseudonym, read back from the file."""

import json
import stat
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from pathlib import Path
from threading import Thread

import pytest
from django.core.management import CommandError, call_command

from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.shared import clock, database
from tests.audit.lines import all_lines, reads
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(now: datetime, monkeypatch: pytest.MonkeyPatch) -> Family:
    monkeypatch.setattr(database, "connected_as", speaking_as)
    monkeypatch.setattr(clock, "now", lambda: now)
    return make_family(now)


def export(where: object, van: str = "2026-11-01", tot: str = "2026-11-01") -> str:
    said = StringIO()
    call_command("export_log", f"--van={van}", f"--tot={tot}", f"--otlp={where}", stdout=said)
    return said.getvalue()


def spans_in(text: str) -> list[dict[str, object]]:
    found = []
    for message in map(json.loads, text.splitlines()):
        [resource] = message["resourceSpans"]
        [scope] = resource["scopeSpans"]
        found += scope["spans"]
    return found


def said_of(span: dict[str, object]) -> dict[str, object]:
    attributes = span["attributes"]
    assert isinstance(attributes, list)
    return {one["key"]: next(iter(one["value"].values())) for one in attributes}


def test_one_span_per_line_and_person(family: Family, tmp_path: Path) -> None:
    people = [family.subject("Finn"), family.subject("Lotte")]
    reads(family.actor("jorien"), Part.PERSON_ADDRESS, dossier=family.id, subjects=people, what="test.two")
    export(tmp_path / "log.jsonl")
    spans = spans_in((tmp_path / "log.jsonl").read_text())
    assert len(spans) == sum(len(line.subjects) for line in all_lines())
    two = [span for span in spans if span["name"] == "test.two"]
    assert len({str(span["traceId"]) for span in two}) == 1
    assert len({str(span["spanId"]) for span in two}) == 2
    assert len({str(said_of(span)["dpl.core.data_subject_id"]) for span in two}) == 2


def test_the_names_of_the_standard_and_of_otlp(family: Family, tmp_path: Path) -> None:
    subject = family.subject("Finn")
    line = reads(family.actor("jorien"), Part.PLAN, dossier=family.id, subjects=[subject], level=3, what="test.one")
    export(tmp_path / "log.jsonl")
    [span] = [one for one in spans_in((tmp_path / "log.jsonl").read_text()) if one["name"] == "test.one"]
    assert (len(str(span["traceId"])), len(str(span["spanId"]))) == (32, 16)
    assert span["startTimeUnixNano"] == span["endTimeUnixNano"] == f"{int(line.at.timestamp())}000000000"
    assert span["status"] == {"code": 1}
    said = said_of(span)
    assert said["dpl.core.processing_activity_id"] == "urn:kring:verwerking:test.one"
    assert said["dpl.core.data_subject_id_type"] == "pseudoniem"
    assert said["kring.protected"] is True


def test_what_was_refused_is_an_error(family: Family, tmp_path: Path) -> None:
    subject = family.subject("Finn")
    reads(family.actor("henk"), Part.PLAN, subjects=[subject], event=Event.REFUSED, what="test.no")
    export(tmp_path / "log.jsonl")
    [span] = [one for one in spans_in((tmp_path / "log.jsonl").read_text()) if one["name"] == "test.no"]
    assert span["status"] == {"code": 2}


def test_nobody_is_in_it_by_an_id_and_no_reason_either(family: Family, tmp_path: Path) -> None:
    reads(family.actor("jorien"), Part.PLAN, dossier=family.id)
    export(tmp_path / "log.jsonl", van="2026-10-01")
    text = (tmp_path / "log.jsonl").read_text()
    needles = {family.id, family.town.jorien.id, *(subject.id for subject in family.subjects.values())}
    assert [needle for needle in needles if str(needle) in text] == []
    assert "aangewezen door" not in text
    assert "Finn" not in text


def test_the_same_person_has_the_same_pseudonym_in_another_export(family: Family, tmp_path: Path) -> None:
    found = []
    for name in ("a", "b"):
        reads(family.actor("jorien"), Part.PLAN, subjects=[family.subject("Finn")], what=f"test.{name}")
        export(tmp_path / name)
        spans = spans_in((tmp_path / name).read_text())
        [span] = [one for one in spans if one["name"] == f"test.{name}"]
        found.append(said_of(span)["dpl.core.data_subject_id"])
    assert found[0] == found[1]


def test_the_export_is_a_line_of_the_log_and_the_file_is_private(family: Family, tmp_path: Path) -> None:
    assert "spans naar" in export(tmp_path / "log.jsonl")
    [line] = all_lines(what="audit.log_exported")
    assert (line.event, line.ground) == (Event.EXPORT, "2026-11-01 – 2026-11-01: een bestand")
    assert stat.S_IMODE((tmp_path / "log.jsonl").stat().st_mode) == 0o600


def test_what_is_there_is_not_written_over(family: Family, tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_text("van iemand anders")
    with pytest.raises(CommandError, match="kan niet worden gemaakt"):
        export(tmp_path / "log.jsonl")


@pytest.mark.parametrize(
    ("where", "tot", "said"),
    [("http://log.example/v1/traces", "2026-11-01", "https://"), ("x", "2026-10-01", "Draai ze om")],
)
def test_what_is_refused(family: Family, where: str, tot: str, said: str) -> None:
    with pytest.raises(CommandError, match=said):
        export(where, tot=tot)


@pytest.fixture
def collector() -> Iterator[tuple[str, list[str]]]:
    """A collector of OTLP over HTTP, for as long as the test lasts."""
    taken: list[str] = []

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(200 if self.path == "/v1/traces" else 503)
            self.end_headers()

        def log_message(self, *_args: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Taking)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", taken
    server.shutdown()
    server.server_close()


def test_a_collector_gets_the_same(family: Family, tmp_path: Path, collector: tuple[str, list[str]]) -> None:
    address, taken = collector
    reads(family.actor("jorien"), Part.PLAN, subjects=[family.subject("Finn")], what="test.sent")
    export(f"{address}/v1/traces")
    assert "test.sent" in [span["name"] for span in spans_in("\n".join(taken))]
    with pytest.raises(CommandError, match="neemt de spans niet aan"):
        export(f"{address}/elders")
