"""The register of data breaches, for the privacy officer."""
