"""The look of Kring: third-party parts, themes, icons and the one stylesheet, built by plain Python and committed.

Knows no Django: nobody needs Node or npm to use, test or build Kring; only `refresh` fetches from the npm registry.
"""
