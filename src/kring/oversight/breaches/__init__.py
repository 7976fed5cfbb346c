"""The register of data breaches (BR-108, GDPR 33 and 34)."""
