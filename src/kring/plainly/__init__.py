"""Friendly hints for plain Dutch (B1): long sentences, passives, hard words. A hint is never a gate."""

from kring.plainly.reading import Hint, HintKind, hints

__all__ = ["Hint", "HintKind", "hints"]
