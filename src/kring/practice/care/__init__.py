"""Provisions under every law, who delivers them, since when and at which known cost: the stack."""
