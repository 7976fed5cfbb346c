"""`./run check`: everything that tells in seconds whether the house still stands, one line per check."""

import subprocess
import sys
from collections.abc import Sequence

CHECKS: dict[str, list[str]] = {
    "stijl": [sys.executable, "-m", "ruff", "check", "."],
    "opmaak": [sys.executable, "-m", "ruff", "format", "--check", "."],
    "typen": [sys.executable, "-m", "mypy"],
    "sjablonen": [sys.executable, "-m", "djlint", "src/kring/web/templates", "--lint", "--quiet"],
    "richting van imports": ["lint-imports", "--no-cache"],
}


def check(only: Sequence[str]) -> int:
    """Run all checks, or those whose name begins with one of `only`; the exit code is 1 when any fails."""
    failed = []
    for name, command in CHECKS.items():
        if only and not name.startswith(tuple(only)):
            continue
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603  our own list
        print(f"{'goed ' if not done.returncode else 'FOUT '} {name}", flush=True)
        if done.returncode:
            failed.append(name)
            print(done.stdout[-8000:] + done.stderr[-4000:], flush=True)
    return 1 if failed else 0
