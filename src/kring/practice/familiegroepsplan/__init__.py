"""The plan that a family makes itself, first: offered, chosen or waived, made, received and judged (Jeugdwet 4.1.2)."""
