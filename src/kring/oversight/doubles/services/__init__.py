"""The only writers: finding, deciding, merging and undoing."""

from kring.oversight.doubles.services.deciding import Judgement, ask_search, decide, put_back, request_undo
from kring.oversight.doubles.services.finding import find_doubles
from kring.oversight.doubles.services.merging import merge, undo_merge

__all__ = ["Judgement", "ask_search", "decide", "find_doubles", "merge", "put_back", "request_undo", "undo_merge"]
