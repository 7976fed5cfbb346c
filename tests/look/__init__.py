"""The look: third-party parts, contrast, components, and every kind of page in a browser."""
