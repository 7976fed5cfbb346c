"""How long what is kept: the terms of the law, of the selection list and of the house, each from and until a day."""
