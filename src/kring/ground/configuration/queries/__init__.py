"""What holds now and what held before: settings, and the words of a municipality."""

from kring.ground.configuration.queries.settings import Change, history, value, values

__all__ = ["Change", "history", "value", "values"]
