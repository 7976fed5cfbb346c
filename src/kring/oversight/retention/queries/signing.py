"""What is signed: a list at its approval, and the record after it. In one fixed spelling: anybody can count again."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from kring.oversight.retention.models import DestructionLine

Json = Mapping[str, object]


def list_digest(lines: Iterable[DestructionLine]) -> str:
    """Over every line as it is approved: what, by which rule, since and from which day."""
    return digest(
        [
            {
                "number": one.number,
                "kind": one.kind,
                "target": str(one.dossier or one.subject),
                "category": one.category,
                "source": one.source,
                "began_on": one.began_on.isoformat(),
                "due_on": one.due_on.isoformat(),
            }
            for one in lines
        ]
    )


def digest(content: object) -> str:
    spelled = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()
