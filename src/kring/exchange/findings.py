"""What an import found: what is wrong, where, why it matters and what to do about it.

The functional administrator reads findings, so a text names rows and fields and never repeats
a value from the file.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What happens with the part that the finding is about."""

    REFUSED = "afgekeurd"
    WARNING = "let op"
    NOTE = "melding"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in one file; `line` is None when it is about the file as a whole."""

    file: str
    line: int | None
    field: str
    rule: str
    what: str
    why: str
    todo: str
    severity: Severity = Severity.REFUSED

    @property
    def refuses(self) -> bool:
        return self.severity is Severity.REFUSED

    @property
    def place(self) -> str:
        """Where it is, in words: file, line and field, as far as known."""
        parts = [self.file]
        if self.line is not None:
            parts.append(f"regel {self.line}")
        if self.field:
            parts.append(self.field)
        return ", ".join(parts)

    def __str__(self) -> str:
        return f"{self.place} [{self.rule}]: {self.what} {self.why} {self.todo}"


def any_refusal(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    return any(finding.refuses for finding in findings)
