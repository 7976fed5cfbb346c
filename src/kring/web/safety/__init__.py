"""Safety of a family: what is agreed, how safe it is, the meldcode, and what children say in confidence."""
