"""A BSN lies encrypted in the database, and is found by a hash that needs the installation's key."""

import pytest
from cryptography.fernet import InvalidToken
from pytest_django import Settings

from kring.practice.households.identity import bsn_hash, decrypted, encrypted, fingerprint, sealed, unsealed

SANDRA = "999990019"


def test_what_is_kept_is_not_the_bsn_and_only_the_key_gives_it_back(settings: Settings) -> None:
    kept = encrypted(SANDRA)
    assert SANDRA.encode() not in kept
    assert decrypted(memoryview(kept)) == SANDRA
    settings.BSN_KEY = b"another installation's key......"
    with pytest.raises(InvalidToken):
        decrypted(kept)


def test_the_same_bsn_is_found_again_but_only_under_the_same_key(settings: Settings) -> None:
    here = bsn_hash(SANDRA)
    assert here == bsn_hash(SANDRA) != bsn_hash("999990020")
    settings.BSN_KEY = b"another installation's key......"
    assert bsn_hash(SANDRA) != here


def test_sealed_text_opens_again() -> None:
    assert unsealed(sealed("Oude Dijk 12, 1781 AB")) == "Oude Dijk 12, 1781 AB"


def test_a_fingerprint_keeps_facts_apart() -> None:
    """`de` + `vries` is not `d` + `evries`."""
    assert fingerprint("de", "vries") != fingerprint("d", "evries")
