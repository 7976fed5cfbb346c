"""What holds in every circle, whoever asks."""
