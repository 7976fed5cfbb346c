"""The circle of a family: drawn, as a table, and everything that one does with somebody in it, on one page."""
