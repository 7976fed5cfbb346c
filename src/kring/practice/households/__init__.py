"""Persons, their households, relations, authority and addresses, each fact with source and dates."""
