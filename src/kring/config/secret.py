"""The installation's secret: KRING_SECRET_KEY, or one made once and kept in `var/secret` readable by us alone."""

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path


def django_key(var: Path) -> str:
    """The key that signs sessions and, by derivation, hashes BSNs."""
    given = os.environ.get("KRING_SECRET_KEY")
    if given:
        return given
    file = var / "secret"
    if not file.exists():
        var.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"secret.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            os.link(fresh, file)  # the first of several processes wins
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return file.read_text()


def derived(key: str, purpose: str) -> bytes:
    """32 bytes for one purpose; a leak of one does not tell the other."""
    return hmac.new(key.encode(), purpose.encode(), hashlib.sha256).digest()


def fernet_key(key: str, purpose: str) -> bytes:
    """The same, in the form that Fernet wants."""
    return base64.urlsafe_b64encode(derived(key, purpose))
