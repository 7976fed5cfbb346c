"""Who looked: for a person the own log in plain words, for the privacy officer the review of all of it."""
