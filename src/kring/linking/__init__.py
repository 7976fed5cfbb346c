"""Workshop: how likely it is that two people of two lists are one, by Splink on DuckDB. Knows no Django and no BSN.

Only a process of its own loads Splink: `process.link` starts it and hands it people over a pipe, never over a file.
"""
