"""The nightly check of rights: what the facts say against the grants that are there."""

from kring.ground.access import compiler
from kring.ground.access.gates import gate


def count_grant_differences() -> int:
    """Over the whole installation; zero is right. It repairs nothing: a difference is a fault to look into."""
    with gate():
        return compiler.differences()
