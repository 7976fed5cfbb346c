"""Deliveries: bringing files, reading their reports, undoing, and deciding about persons that are not certain."""
