"""The BSN as it is kept: encrypted, and found by a keyed hash only (BR-092); keys from the installation's secret."""

import base64
import hmac
from hashlib import sha256

from cryptography.fernet import Fernet
from django.conf import settings


def bsn_hash(bsn: str) -> bytes:
    """32 bytes that are the same for the same BSN, and tell nothing without the key."""
    return hmac.new(_key("hash"), bsn.encode("ascii"), sha256).digest()


def encrypted(bsn: str) -> bytes:
    """Different each time; only `decrypted` reads it."""
    return _cipher().encrypt(bsn.encode())


def decrypted(kept: bytes | memoryview) -> str:
    """Raises cryptography's InvalidToken when it was kept under another secret."""
    return _cipher().decrypt(bytes(kept)).decode()


def sealed(text: str) -> str:
    """Text that may stand in a column that others read: only `unsealed` opens it."""
    return encrypted(text).decode("ascii")


def unsealed(seal: str) -> str:
    return decrypted(seal.encode("ascii"))


def fingerprint(*facts: str) -> str:
    """A keyed hash of what a row says about who it is: the same for the same person, unreadable without the key."""
    return hmac.new(_key("fingerprint"), "\x1f".join(facts).encode(), sha256).hexdigest()


def _cipher() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_key("encryption")))


def _key(purpose: str) -> bytes:
    return hmac.new(settings.BSN_KEY, purpose.encode(), sha256).digest()
