"""The disclosure gate and what figures mean: pure Python, the same for pages, files and letters."""
