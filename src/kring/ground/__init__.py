"""The ground floor: who, where, when, and what was seen."""
