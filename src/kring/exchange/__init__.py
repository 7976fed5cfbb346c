"""The doors: bytes to rows and back, one folder per connector; every reading half knows no Django."""
