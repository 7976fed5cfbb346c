"""Other people's files in ../shared: read from there, never copied; absent means skipped with that reason."""

from pathlib import Path

import pytest

from tests.conformance.places import SHARED


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"de map met standaarden is er niet: {SHARED}")
    return SHARED
