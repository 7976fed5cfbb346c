"""Areas, neighbourhoods and address points. An area belongs to the co-operation and may span municipalities."""
