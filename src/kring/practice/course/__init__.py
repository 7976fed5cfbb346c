"""The course of a family with its plan: looking back, stepping down, closing, after-care and beginning again."""
