"""Where other people's files are: beside the repository, never in it."""

from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared"
