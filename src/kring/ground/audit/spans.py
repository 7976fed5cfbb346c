"""Log lines as spans of the standard Logboek Dataverwerkingen, in OTLP/JSON: one per line and data subject.

Nobody is in it by an id that Kring uses: data subjects and users are pseudonyms, and a reason in free text stays here.
"""

import hmac
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from kring.ground.audit.models import Event, LogLine

ID_TYPE = "pseudoniem"
ACTIVITY = "urn:kring:verwerking:"
"""With the name of the page or deed behind it: what the register of processing activities refers to."""
PROTECTED = 3
OK, ERROR = 1, 2
INTERNAL = 1

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """The same person has the same pseudonym in every export of this installation, and nowhere else."""

    key: bytes

    def of(self, kind: str, ident: object) -> str:
        return hmac.new(self.key, f"{kind}/{ident}".encode(), sha256).hexdigest()


def spans_of(line: LogLine, pseudonyms: Pseudonyms) -> Iterator[Json]:
    """All spans of one line share its trace; the same line always gives the same ids."""
    trace = pseudonyms.of("trace", line.id)[:32]
    for subject in line.subjects:
        yield {
            "traceId": trace,
            "spanId": pseudonyms.of("span", f"{line.id}/{subject}")[:16],
            "name": line.what,
            "kind": INTERNAL,
            "startTimeUnixNano": _nanoseconds(line.at),
            "endTimeUnixNano": _nanoseconds(line.at),
            "attributes": [*_attributes(line, subject, pseudonyms)],
            "status": {"code": ERROR if line.event == Event.REFUSED else OK},
        }


def traces(spans: Iterable[Json], version: str) -> str:
    """One message of OTLP/JSON on one line."""
    resource = {"attributes": [_text("service.name", "kring"), _text("service.version", version)]}
    scope = {"scope": {"name": "kring.ground.audit"}, "spans": list(spans)}
    message = {"resourceSpans": [{"resource": resource, "scopeSpans": [scope]}]}
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def _attributes(line: LogLine, subject: UUID, pseudonyms: Pseudonyms) -> Iterator[Json]:
    yield _text("dpl.core.processing_activity_id", f"{ACTIVITY}{line.what}")
    yield _text("dpl.core.data_subject_id", pseudonyms.of("subject", subject))
    yield _text("dpl.core.data_subject_id_type", ID_TYPE)
    yield _text("kring.event", line.event)
    yield _text("kring.user", pseudonyms.of("account", line.actor))
    yield _text("kring.organisation", str(line.organisation or ""))
    yield _text("kring.controller", str(line.controller or ""))
    yield _texts("kring.roles", line.roles)
    yield _texts("kring.parts", line.parts)
    yield _flag("kring.protected", given=line.level >= PROTECTED)
    yield _flag("kring.break_glass", given=line.break_glass)


def _text(key: str, value: str) -> Json:
    return {"key": key, "value": {"stringValue": value}}


def _texts(key: str, values: Iterable[str]) -> Json:
    return {"key": key, "value": {"arrayValue": {"values": [{"stringValue": value} for value in values]}}}


def _flag(key: str, *, given: bool) -> Json:
    return {"key": key, "value": {"boolValue": given}}


def _nanoseconds(at: datetime) -> str:
    """Whole microseconds, without the rounding of a float; 64 bits are text in JSON."""
    whole = int(at.replace(microsecond=0).timestamp())
    return str(whole * 1_000_000_000 + at.microsecond * 1_000)
