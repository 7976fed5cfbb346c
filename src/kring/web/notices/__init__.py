"""What Kring tells somebody: that something is there, never what."""
