"""What the demo world is made of, as JSON beside this module."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def read(name: str) -> Any:
    """The content of one file. It is our own, so what it holds is known."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
