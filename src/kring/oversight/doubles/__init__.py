"""Persons who stand in the register twice: found, judged by the data steward, merged, and undone without loss."""
