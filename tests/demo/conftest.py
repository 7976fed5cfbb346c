"""The fixtures of the loaded world. Another folder's conftest takes them in the same way."""

from tests.demo.world import demo, demo_copy, demo_template, demo_url

__all__ = ["demo", "demo_copy", "demo_template", "demo_url"]
