"""What holds for the course of a family, whoever asks."""
