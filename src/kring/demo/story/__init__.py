"""The story of the demo, told through the services by the people whose story it is, each step in one transaction."""
