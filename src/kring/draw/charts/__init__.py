"""Small charts: bars, strips, lines, who helps, and scores."""
