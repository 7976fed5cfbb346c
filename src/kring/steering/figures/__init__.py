"""Indicators, pilots and council letters, through one disclosure gate (BR-120)."""
