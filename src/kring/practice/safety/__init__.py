"""Safety round a family: agreements, the steps of the meldcode, figures, and what a child says in confidence."""
