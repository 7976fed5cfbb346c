"""How a row of each model belongs to a person: declared in one place, for every model that holds something personal."""

from kring.oversight.rights.belonging.declared import DECLARED
from kring.oversight.rights.belonging.ties import Belonging, Tie, Whose

__all__ = ["DECLARED", "Belonging", "Tie", "Whose"]
