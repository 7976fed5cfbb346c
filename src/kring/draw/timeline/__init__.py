"""The care timeline."""
