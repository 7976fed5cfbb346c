"""The first set-up of an installation without demo data: co-operation, municipalities, areas, team, administrator."""
