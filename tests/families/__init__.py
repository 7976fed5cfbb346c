"""The ten families of the demo: told through the services, and checked as the handbook asks (§12)."""
