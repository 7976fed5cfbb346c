"""What holds for a plan that a family makes itself, whoever asks."""
