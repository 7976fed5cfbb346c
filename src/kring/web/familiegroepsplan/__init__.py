"""The familiegroepsplan: one page on which the family makes its own plan, and who leads follows and judges it."""
