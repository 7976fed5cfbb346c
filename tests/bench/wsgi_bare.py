"""The WSGI application of `tests.bench.bare`: it writes no log. The role comes from the environment."""

from unittest import mock

from kring.config.wsgi import application
from tests.bench.bare import WRITE, forget

mock.patch(WRITE, forget).start()

__all__ = ["application"]
