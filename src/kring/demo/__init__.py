"""The demo world: it writes files and enters by the front door, like everybody else."""
