"""What the register of business rules holds of each rule."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """`source`: the law, or who chose it. `code`: the modules below `src/kring` that decide.

    `table`: a test with cases; `passes` and `refused` are two of them, without the number that they begin with.
    """

    number: str
    says: str
    source: str
    code: tuple[str, ...]
    table: str
    passes: str
    refused: str
