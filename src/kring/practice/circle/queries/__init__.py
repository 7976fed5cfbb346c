"""The circle as pages show it: on any date, and one person of it."""

from kring.practice.circle.queries.circle import CircleView, Near, Professional, YoungHelper, circle_on
from kring.practice.circle.queries.person import Person, person_in

__all__ = ["CircleView", "Near", "Person", "Professional", "YoungHelper", "circle_on", "person_in"]
