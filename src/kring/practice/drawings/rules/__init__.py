"""What holds in every drawing, whoever looks."""
