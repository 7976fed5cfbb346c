"""What a line of a list reaches: every row about a file or a person, by the relations of the models themselves."""

from kring.oversight.retention.reach.following import Reach, reach_of
from kring.oversight.retention.reach.whom import Target, Whom, whom_of

__all__ = ["Reach", "Target", "Whom", "reach_of", "whom_of"]
