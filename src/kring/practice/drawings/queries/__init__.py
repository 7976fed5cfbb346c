"""Reads for pages: the kin of a family as its reader may see it, and drawings that are finished already."""
