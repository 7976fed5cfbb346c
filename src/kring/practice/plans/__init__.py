"""The one plan: question, goals, actions, scores and agreed versions."""
