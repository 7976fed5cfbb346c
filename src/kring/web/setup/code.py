"""The one-time code that `./run init` prints: whoever has it may set up this installation from the first-visit page."""

import hashlib
import hmac
import secrets
from pathlib import Path

FILE = "setup-code"


def make_code(var: Path) -> str:
    """A fresh code; the one before no longer works. Only its hash is kept."""
    code = "-".join(secrets.token_hex(2) for _part in range(4))
    file = var / FILE
    file.touch(mode=0o600)
    file.write_text(_hash(code))
    return code


def code_holds(var: Path, given: str) -> bool:
    file = var / FILE
    return file.exists() and hmac.compare_digest(file.read_text(), _hash(given.strip().lower()))


def spend_code(var: Path) -> None:
    (var / FILE).unlink(missing_ok=True)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
