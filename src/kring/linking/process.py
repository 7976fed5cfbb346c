"""Linking in a process of its own: Splink takes seconds to load, and not every installation has it."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from importlib.util import find_spec
from typing import Final

from kring.linking.records import Pair, Record

SECONDS: Final = 3600


def is_installed() -> bool:
    """`./run doubles` and the tests install it; without it the cascade works alone."""
    return all(find_spec(name) is not None for name in ("splink", "duckdb"))


def link(asked: Sequence[Record], known: Sequence[Record], certainty: float) -> list[Pair]:
    """Every pair at or above this certainty. The people go over a pipe; no secret of ours goes with them."""
    told = {
        "asked": [asdict(one) for one in asked],
        "known": [asdict(one) for one in known],
        "certainty": certainty,
    }
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "kring.linking"],
        input=json.dumps(told).encode(),
        capture_output=True,
        check=False,
        timeout=SECONDS,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    if done.returncode:
        raise RuntimeError(f"Het koppelen lukte niet: {done.stderr.decode().strip().splitlines()[-1:]}")
    return [Pair.read(one) for one in json.loads(done.stdout)]
