"""Signing in: with address and password, or in the demo by choosing an account."""
