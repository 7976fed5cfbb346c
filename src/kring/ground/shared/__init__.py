"""Small things that every domain uses; knows no domain word."""
