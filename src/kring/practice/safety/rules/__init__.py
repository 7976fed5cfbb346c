"""What holds for safety, whoever asks (BR-070 to BR-078)."""
