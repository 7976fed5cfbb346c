"""What holds for persons and households, whoever asks: names, births, and who live together as a family."""
