"""From all that is held to what one person gets: collected by the declared ties, as JSON, PDF and files in a zip."""

from kring.oversight.rights.making.collecting import Collected, collect
from kring.oversight.rights.making.person import whose
from kring.oversight.rights.making.zipping import zipped

__all__ = ["Collected", "collect", "whose", "zipped"]
