"""iJw and iWmo 3.2: bytes to a checked message and back."""
