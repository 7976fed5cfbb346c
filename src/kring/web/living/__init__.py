"""Who lives where: homes now and over time, and writing them down as they were told."""
