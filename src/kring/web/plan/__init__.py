"""The one plan, written at the kitchen table: question, goals, actions, scores, and what was laid down."""
