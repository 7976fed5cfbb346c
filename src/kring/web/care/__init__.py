"""The help of one dossier: its course, the stack, and per law why it is open."""
