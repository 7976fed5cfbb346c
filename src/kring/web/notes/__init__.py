"""Contact: the list of a dossier, writing one down quickly, mending it, and one step on to an action or task."""
