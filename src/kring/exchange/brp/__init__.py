"""Persons from the BRP: the JSON of the Haal Centraal API to records and back."""
