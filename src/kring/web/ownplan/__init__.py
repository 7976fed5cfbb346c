"""The own pages of a family: its plan as agreed, one goal, the own figure and the own step (handbook §7, 1-4)."""
