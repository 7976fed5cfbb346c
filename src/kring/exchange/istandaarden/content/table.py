"""All content rules together, and the one way to ask them."""

from collections.abc import Iterator

from kring.exchange.istandaarden.content import assignment, declaration, delivery, performance, person
from kring.exchange.istandaarden.content.rule import Rule, Scene
from kring.exchange.istandaarden.node import Node

RULES: tuple[Rule, ...] = (
    *person.RULES,
    *assignment.RULES,
    *delivery.RULES,
    *performance.RULES,
    *declaration.RULES,
)


def broken_rules(scene: Scene) -> Iterator[tuple[Rule, Node]]:
    """Every rule that the message breaks, with the element that breaks it."""
    for rule in RULES:
        for node in rule.culprits(scene):
            yield rule, node
