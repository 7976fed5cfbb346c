"""The only writers of measures, pilots, decisions and letters."""
