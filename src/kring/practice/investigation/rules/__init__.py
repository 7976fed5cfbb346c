"""Clocks, steps and blocks of an investigation, without a database (Wmo 2015 art. 2.3.2–2.3.5, BR-003–BR-008)."""
