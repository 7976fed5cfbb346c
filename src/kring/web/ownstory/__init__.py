"""What a family tells of itself: what is familiar, and its life line."""
