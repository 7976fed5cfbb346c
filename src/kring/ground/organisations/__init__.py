"""The co-operation: its municipalities, organisations, teams and the people who work there."""
