"""Sentences that a page translates: rules know no Django, so they only mark them."""


def mark(text: str) -> str:
    """Marks a sentence for translation, as `_`; whoever shows it translates."""
    return text
