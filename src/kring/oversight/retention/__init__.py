"""Retention (BR-105, BR-110): how long what is kept, and destruction through list, approval, execution and record."""
