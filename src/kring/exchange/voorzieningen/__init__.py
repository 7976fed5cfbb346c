"""Provisions of laws without a national message: a documented CSV to rows and back."""
